import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { diagnosisHtml } from '../../../reports/diagnosis/html';
import { mode, setTo, sign } from './sample-modes';

const socket = sign('suggests', /No such file/);
const modes = [
  mode('a/one', { log: [socket], facts: [setTo('smtpd_sasl_path', 'x')] }),
  mode('b/two', { log: [socket], facts: [setTo('smtpd_sasl_path', 'y')] }),
  mode('c/certain', { log: [sign('names', /no SASL/)] }),
  mode('n/noise', { kind: 'noise', log: [sign('names', /lost connection/)] }),
];
const log = [
  'Nov 24 10:00:00 mail postfix/smtpd[3]: warning: No such file',
  'Nov 24 10:00:01 mail postfix/smtpd[3]: fatal: no SASL',
  'Nov 24 11:00:00 mail postfix/smtpd[4]: fatal: no SASL',
  'lost connection after AUTH',
  'Nov 24 11:00:02 mail postfix/smtpd[4]: warning: something strange',
];

async function render(lines: readonly string[] = log, mainCf = ''): Promise<string> {
  const { facts, notices } = readConfiguration(
    mainCf === '' ? [] : [{ kind: 'main.cf', file: 'main.cf', text: mainCf }],
    () => undefined,
  );
  const diagnosis = await diagnose(modes, { logs: [logOfLines('l', lines)], facts, notices });
  const inputs = [{ name: 'l', kind: 'log', problem: 'stopped: 50 % of it were read', read: true }];
  return diagnosisHtml({ tool: { name: 't', version: '1' }, inputs, diagnosis }).markup;
}

test('a finding has its lines with their places and times, its cause and its repair', async () => {
  const [card = ''] =
    /<article class="cause certain" data-mode="c\/certain">.*?<\/article>/s.exec(await render()) ?? [];

  expect(card).toContain('What shows it: 2 lines, from Nov 24 10:00:01 to Nov 24 11:00:00');
  expect(card).toContain('<span class="place">l:2:</span> Nov 24 10:00:01 mail postfix/smtpd[3]: fatal: no SASL\n');
  expect(card).toMatch(/<h4>Why<\/h4>\n<p>Because of c\/certain/);
  expect(card).toContain('<h4>What mends it</h4>');
});

test('of what is possible a shared line is shown once, and each leads to the others', async () => {
  const markup = await render();

  expect(markup.match(/warning: No such file/g)).toHaveLength(1);
  expect(markup).toContain('The same lines may come from <a href="#mode/b/two"><code>b/two</code></a>.');
  expect(markup).toContain('if smtpd_sasl_path is x: <code>postconf -h smtpd_sasl_path</code>');
});

test('what nothing explains, what is harmless, mistakes and what was read are told', async () => {
  const markup = await render(log, 'smtpd_banner\n');

  expect(markup).toContain('<p class="conclusion bad">1 certain, 2 possible, 1 configuration mistake</p>');
  expect(markup).toContain(
    '1 × <span class="place">l:5:</span> Nov 24 11:00:02 mail postfix/smtpd[4]: warning: something',
  );
  expect(markup).toContain('<summary>1 line known to be harmless</summary>');
  expect(markup).toContain('<strong>Mistake:</strong> missing &#39;=&#39;');
  expect(markup).toContain('<li>l (log): <strong>stopped: 50 % of it were read</strong></li>');
});

test('nothing that was read is markup, and no mark of direction works', async () => {
  const markup = await render(['postfix/smtpd[3]: fatal: no SASL <img src=x onerror=alert(1)> \u202e \u001b[31m']);

  expect(markup).toContain('no SASL &lt;img src=x onerror=alert(1)&gt; \\u202e');
  for (const live of ['\u202e', '\u001b', '<img']) expect(markup).not.toContain(live);
});
