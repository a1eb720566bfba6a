import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { mode, sign } from './sample-modes';

const modes = [
  mode('a/suggested', { log: [sign('suggests', /authentication failed: authentication failure/)] }),
  mode('b/named', { log: [sign('names', /authentication failure: cannot connect/)] }),
  mode('c/again', { log: [sign('suggests', /^disconnect from \S+ (?:.* )?auth=[1-9]\d*\/\d+ /)] }),
];

const failed = (pid: number, client = 'x[192.0.2.1]') =>
  `postfix/smtpd[${pid}]: warning: ${client}: SASL CRAM-MD5 authentication failed: authentication failure`;
const gotIn = (pid: number, client = 'x[192.0.2.1]') =>
  `postfix/smtpd[${pid}]: B8C341767CC: client=${client}, sasl_method=PLAIN, sasl_username=alice`;
const ended = (pid: number, auth: string, client = 'x[192.0.2.1]') =>
  `postfix/smtpd[${pid}]: disconnect from ${client} ehlo=1 auth=${auth} quit=1 commands=3/4`;

async function found(...lines: readonly string[]) {
  const { findings } = await diagnose(modes, { logs: [logOfLines('l', lines)], facts: noFacts });
  return findings.map(({ mode: { id }, lines: count }) => `${id} ${count}`);
}

test.each([
  ['before the client gets in is none', [failed(1), gotIn(1)], []],
  ['of a session that ends with a login is none', [failed(1), ended(1, '1/2')], []],
  ['counts where the session ends without a login', [failed(1), ended(1, '0/1')], ['a/suggested 1']],
  ['counts where the log ends', [failed(1)], ['a/suggested 1']],
  ['counts where another process lets the client in', [failed(1), gotIn(2)], ['a/suggested 1']],
  ['counts where another client gets in', [failed(1), gotIn(1, 'y[192.0.2.2]')], ['a/suggested 1']],
  ['counts in the session before', [failed(1), ended(1, '0/1'), failed(1), gotIn(1)], ['a/suggested 1']],
  ['is counted once a line, in a long attack too', Array.from({ length: 100 }, () => failed(1)), ['a/suggested 100']],
])('a login that fails %s', async (_when, lines, expected) => {
  expect(await found(...lines)).toEqual(expected);
});

test('what a line names stays named, even if the client gets in', async () => {
  const line = 'postfix/smtpd[1]: warning: SASL authentication failure: cannot connect to saslauthd server';

  expect(await found(line, gotIn(1))).toEqual(['b/named 1']);
});

test('a saslauthd that can’t be asked is a fault, even if another method lets the client in', async () => {
  const modes = [mode('d/in-vain', { log: [sign('suggests', /authentication failure: cannot connect/)] })];
  const line =
    'postfix/smtpd[1]: warning: SASL authentication failure: cannot connect to saslauthd server: No such file';
  const { findings } = await diagnose(modes, { logs: [logOfLines('l', [line, ended(1, '1')])], facts: noFacts });

  expect(findings.map((one) => one.mode.id)).toEqual(['d/in-vain']);
});

test('a second AUTH is told from one that failed before', async () => {
  expect(await found(failed(1), ended(1, '1/2'), ended(1, '1/2'))).toEqual(['c/again 1']);
});
