import { complains } from './complaints';
import type { UnwrappedLine } from './log/unwrap-line';
import { serverOf } from './survey';

/**
 * Whether a line tells of trouble. A log is full of lines that do not, so that it must be said there; of what a program
 * shows its user, people paste the line that troubles them.
 */
export function isTroubled(line: UnwrappedLine): boolean {
  if (line.program === undefined && serverOf(line) === undefined && !asSmtpSays.test(line.message))
    return mayTrouble.test(line.message) && !(isFrame.test(line.message) || isSetting.test(line.message));
  if (ofElsewhere.test(line.program ?? '')) return false;
  return (complains(line.message) || saysTrouble.test(line.message)) && !goesWell.test(line.message);
}

/** Programs that share the journal, and have nothing to do with mail. */
const ofElsewhere =
  /^(?:sshd|sudo|su|login|cron|crond|anacron|systemd-(?:logind|networkd|timesyncd|udevd)|dbus-daemon|NetworkManager|dhclient|dhcpcd|ntpd|chronyd|named|unbound|polkitd|snapd)(?:-session)?$/i;

/** Where in a program it happened: Python, Java, Node.js, PHP, Ruby. */
const isFrame = /^\s*(?:at \S+ ?\(|raise \w|File "[^"]*", line|#\d+ |\.{3} \d+ more|from \S+:\d+:in )/;

/** A setting of one word, as of a .env or a compose.yaml that is pasted along: `smtp_port: 465` */
const isSetting =
  /^\s*(?:- *)?["']?(?!\w*(?:err|reason|message|cause|response|status|result))[\w.-]+["']? *[:=] *["']?[\w.@/:-]*["']?,?$/i;

const mayTrouble =
  /fail|err(?:or|no|:)|warn|fatal|refus|reject|den(?:y|ied)|\bnot\b|n[’']t\b|unable|cannot|invalid|unknown|unrecogni|bad\b|wrong|expired|time[ds]? ?-?out|lost|closed|reset|\bEOF\b|unexpected|missing|(?<![\w=.:/-])[45]\d\d(?=[ ,)\]:'"-]|$)|[45]\.\d\.\d|disconnect|unavailable|crash|exception|\bno\b|mismatch|required|\bmust\b|ENOTFOUND|ECONN|ETIMEDOUT|aborted|denied|forbidden|block|limit|too (?:many|old|small|long)|\bnone\b|without/i;

const saysTrouble =
  /milter-reject: |\b(?:re(?:jected|fused)|defer(?:red)?|bounced|denied|time[ds]?[- ]?out|unable|cannot|can[’']t|could not|couldn[’']t|invalid|unknown(?!\[)|aborted|abnormally|lost connection|not found|no such|closed connection|unexpected|improper|mismatch|expired|unrecogni[sz]ed|not (?:supported|permitted|allowed|available)|unreachable|fail(?:s|ure|ing)?|permfail|tempfail|SMTP error|loops back|requires? setting|SSL routines|retval=DENY\w*)\b| \*\* \S+@|\bdsn=[45]\.\d+\.\d+, |SYSERR\(|(?:result=|reply[:=] ?|reject=)"?[45]\d\d/i;

const goesWell =
  /status=sent\b|reject_warning: |stat=Sent\b|result="?Ok\b|(?:^|\s)(?:<=|=>|->) \S+@|^disconnect from |Logged out| Login: user=/;

/** The families of failure modes, as the beginning of an id, that a line of this writer can be of. */
export function familiesOf(line: UnwrappedLine): RegExp {
  if (/\/(?:smtp|lmtp|relay)$/.test(line.program ?? '') || asSmtpSays.test(line.message)) return sendsOn;
  const helper = helpers.find(([program]) => program.test(line.program ?? ''));
  if (helper) return helper[1];
  const server = serverOf(line);
  return server === undefined ? unknown : (families.get(server) ?? unknown);
}

/** Postfix’s client, wherever its words are quoted. */
const asSmtpSays = /\(in reply to [^)]*\)|status=(?:deferred|bounced) \(/;

const sendsOn = /^(?:relay-client|delivery|permissions|dns|relay-refused\/table)/;

/** Programs that stand around a mail server, and what they can tell of. */
const helpers: readonly (readonly [program: RegExp, families: RegExp])[] = [
  [
    /^(?:open(?:dkim|dmarc|arc)|rspamd|amavis|clam|freshclam|spam|sa-update|postgrey|sqlgrey|postsrsd|policyd|postfwd|milter-|mimedefang)/,
    /^services\/|^permissions\/(?:container|configuration)|^dns\/list/,
  ],
  [/^(?:rsyslogd|logrotate|systemd-journald)/, /^syslog\/|^limits\/queue-disk/],
  [/^(?:sSMTP|ssmtp|msmtp|dma|nullmailer|esmtp)/, /^client\//],
  [/^(?:sssd|nslcd|winbindd)/, /^saslauthd\//],
  [/^fail2ban/, /^services\/fail2ban|^client\/address-banned/],
  [/^(?:mailman|sympa|wwsympa)/, /^(?:services|delivery|client)\//],
];

const families: ReadonlyMap<string, RegExp> = new Map([
  ['Postfix', /^(?!(?:client|relay-client|exim|sendmail|courier|opensmtpd|haraka)\/)/],
  ['Dovecot', /^(?:dovecot|delivery)\//],
  ['Cyrus SASL', /^saslauthd\//],
  ['Exim', /^exim\//],
  ['Sendmail', /^sendmail\//],
  ['Courier', /^courier\//],
  ['OpenSMTPD', /^opensmtpd\//],
  ['Haraka', /^(?:haraka\/|limits\/helo|relay-client\/)/],
]);

/** A program, or a line without its beginning, which may be anybody’s. */
const unknown = /^/;
