import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { renderDiagnosisText } from '../../../reports/diagnosis/text';
import { mode, setTo, sign } from './sample-modes';

const socket = sign('suggests', /No such file/);
const modes = [
  mode('a/one', { log: [socket], facts: [setTo('smtpd_sasl_path', 'x')] }),
  mode('b/two', { log: [socket], facts: [setTo('smtpd_sasl_path', 'y')] }),
  mode('n/noise', { kind: 'noise', log: [sign('names', /lost connection/)] }),
];

async function render(options: { readonly all?: boolean; readonly colour?: boolean; readonly width?: number }) {
  const lines = ['postfix/smtpd[3]: warning: No such file\u001b[31m', 'lost connection after AUTH'];
  const diagnosis = await diagnose(modes, { logs: [logOfLines('l', lines)], facts: noFacts });
  const report = { tool: { name: 't', version: '1' }, inputs: [{ name: 'l', kind: 'log', read: true }], diagnosis };
  return renderDiagnosisText(report, { all: false, colour: false, width: undefined, ...options });
}

test('what is undecided is told in short, with what would decide', async () => {
  expect(await render({})).toBe(`Read l (log), 2 lines of log
Lines of Postfix; programs: postfix/smtpd; form: text

Possible: one of these, and what would decide (--all tells more)
   l:1: postfix/smtpd[3]: warning: No such file\\x1b[31m
 ? It is a/one a/one
     if smtpd_sasl_path is x: postconf -h smtpd_sasl_path
 ? It is b/two b/two
     if smtpd_sasl_path is y: postconf -h smtpd_sasl_path

1 line known to be harmless (--all shows more)

2 possible
`);
});

test('with --all it is told in full, the harmless lines too', async () => {
  const text = await render({ all: true });

  expect(text).toContain('   The same lines may come from b/two.\n   What would decide:\n     if smtpd_sasl_path is x');
  expect(text).toContain('Known to be harmless\n – It is n/noise (1 line, n/noise)\n   Because of n/noise.\n');
});

test('colours are for terminals', async () => {
  expect(await render({})).not.toContain('\u001b');
  expect(await render({ colour: true })).toContain('\u001b[31m2 possible');
});

test('prose keeps to the width', async () => {
  const prose = (await render({ width: 40 })).split('\n').filter((line) => !/^ {2,}|\?/.test(line));

  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(40);
});
