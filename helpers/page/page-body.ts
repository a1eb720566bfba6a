import { failureModesHtml } from '../../reports/failure-modes/failure-mode-html';
import { type Html, html, own } from '../../reports/html/template';
import type { FailureMode } from '../model/failure-mode';

/** What the page is made from. */
export interface PageContent {
  readonly modes: readonly FailureMode[];
  readonly version: string;
  /** The script of the worker. */
  readonly worker: string;
}

/** The page as it is before anything has been pasted: the form, room for what is found, and all failure modes to search. */
export function pageBody({ modes, version, worker }: PageContent): Html {
  return html`<header class="top plain">
<p class="kicker">smtp-auth-harness · diagnose</p>
<h1>What is wrong with this mail server?</h1>
<p>Paste what it logs, and its configuration. This page says which of ${modes.length} known failures they show, how certain that is, why
it happens, and what mends it: for logins (SMTP AUTH), relaying and TLS with Postfix, Cyrus SASL and Dovecot, and for the most frequent
failures of Exim, Sendmail, OpenSMTPD, Courier and Haraka.</p>
<p class="notice"><strong>Nothing leaves this page.</strong> Your browser does all of it, and the page's security policy forbids it
to connect to anything: it works without a network, saved as a file. Passwords are masked in what is shown and saved.</p>
</header>
<nav aria-label="Sections"><ul class="sections">
<li><a href="#ask-heading">Log and configuration</a></li>
<li id="to-findings" hidden><a href="#findings-heading">What is found</a></li>
<li><a href="#known-heading">All known failures</a></li>
</ul></nav>
<main id="main">
${askPart}
<section id="findings" aria-labelledby="findings-heading" hidden>
<h2 id="findings-heading" tabindex="-1">What is found</h2>
<div id="found"></div>
<p class="buttons">
<button type="button" id="copy">Copy as text</button>
<button type="button" id="save-text">Save as text</button>
<button type="button" id="save-json">Save as JSON</button>
</p>
</section>
<section id="known" aria-labelledby="known-heading">
<h2 id="known-heading">All known failures <span class="number">${modes.length}</span></h2>
<p id="search-part" hidden><label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false"> <output id="matches" for="search"></output></p>
${failureModesHtml(modes)}
</section>
</main>
<footer>smtp-auth-harness ${version}. The same as the command: <code>smtp-auth-harness diagnose</code>, which also reads whole
directories and running containers.</footer>
<script type="text/plain" id="worker">${own(worker)}</script>`;
}

const askPart = html`<section aria-labelledby="ask-heading">
<h2 id="ask-heading">Log and configuration</h2>
<noscript><p class="notice">The diagnosis needs JavaScript, which is off. All known failures are below; your browser searches them.</p></noscript>
<form id="ask" hidden>
<div id="fields">
<div class="field">
<label for="log">Log</label>
<p id="log-hint">In any form, such as the output of <code>journalctl -u 'postfix*' -u saslauthd -u dovecot --since today</code>,
<code>docker logs NAME</code> or <code>tail -n 2000 /var/log/mail.log</code>. Too much is better than too little: the lines before an error often say why.</p>
<textarea id="log" name="pasted log" rows="9" aria-describedby="log-hint" autocomplete="off" autocapitalize="off" spellcheck="false" wrap="off"></textarea>
</div>
<div class="field">
<label for="configuration">Configuration</label>
<p id="configuration-hint">The output of <code>postconf -n</code>, or main.cf, master.cf, smtpd.conf: one in each field. With it, more is certain.</p>
<textarea id="configuration" name="pasted configuration" rows="6" aria-describedby="configuration-hint" autocomplete="off" autocapitalize="off" spellcheck="false" wrap="off"></textarea>
</div>
</div>
<template id="field"><div class="field added"><label></label>
<textarea rows="6" aria-describedby="configuration-hint" autocomplete="off" autocapitalize="off" spellcheck="false" wrap="off"></textarea></div></template>
<p class="buttons"><button type="button" id="more">One more field for a configuration</button></p>
<div class="field drop">
<label for="files">Files</label>
<p id="files-hint">Choose them, or drop them anywhere on this page: logs of any length, also as .gz, and configuration files. What
each is, its content tells.</p>
<input id="files" type="file" multiple aria-describedby="files-hint">
<ul id="chosen" aria-label="Chosen files" hidden></ul>
</div>
<p class="buttons"><button type="submit" class="main">Diagnose</button> <button type="reset">Clear</button></p>
<p id="status" role="status"></p>
<div id="running" hidden>
<progress id="progress" max="1" aria-label="Reading"></progress> <span id="share"></span>
<button type="button" id="stop">Stop</button>
</div>
</form>
</section>`;
