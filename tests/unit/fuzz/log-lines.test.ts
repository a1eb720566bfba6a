import fc from 'fast-check';
import { JournalExportReader } from '../../../helpers/diagnosis/log/journal-export';
import { readSyslogHead, type SyslogHead } from '../../../helpers/diagnosis/log/syslog-head';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { wholeLines } from '../../../helpers/diagnosis/log/whole-lines';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { acceptedMessages } from '../../../helpers/maillog/accepted-message';
import { maskLine } from '../../../helpers/maillog/mask-line';
import { noMechanismsCause } from '../../../helpers/maillog/no-mechanisms';
import { parseLogLine } from '../../../helpers/maillog/parse-line';
import { relatedLines } from '../../../helpers/maillog/related-lines';
import { forms } from '../diagnosis/forms';
import { always, endsSoon } from './property';
import { bytes, cut, longTextOf, places, textOf } from './values';

/** What lines of logs are made of, in all forms that are known. */
const pieces = [
  ...[
    'Nov 24 23:49:37 ',
    '2026-11-24T23:49:37.123456Z ',
    '<20>',
    '<20>1 ',
    'mail ',
    'postfix/smtpd[16]: ',
    'postfix/smtpd',
    '[16]',
  ],
  ...[
    'warning: ',
    'fatal: ',
    'connect from ',
    'unknown[192.0.2.1]',
    '< unknown[192.0.2.1]: ',
    '> unknown[192.0.2.1]: 334 ',
    'AUTH ',
  ],
  ...[
    'AUTH PLAIN ',
    'AGFsaWNlAHNlY3JldA==',
    '\\r\\n',
    'request longer than 12288: ',
    'non-SMTP command from x: ',
    'PLAIN LOGIN ',
  ],
  ...[
    'B8C341767CC: ',
    'client=',
    'sasl_method=PLAIN, ',
    'to=<a@b.test>, ',
    'relay=127.0.0.1[127.0.0.1]:10024, ',
    'status=sent ',
  ],
  ...[
    'password=',
    'password: ',
    'pass(',
    'given password: ',
    'resp=',
    'client in: CONT 1 ',
    '{CRYPT}',
    '$6$',
    'static:',
    'command="',
    'params="',
  ],
  ...[
    '{"log":"',
    '"MESSAGE":[119,97]',
    '"message":"',
    '"}',
    'msg="',
    'mail_1  | ',
    ' - - ',
    '[x@1 y="a"]',
    '&lt;',
    '\u001b[01;31m',
    ' C: ',
    ' state=1',
  ],
  ...['auth(', 'auth: ', 'dovecot: ', 'info ', '| ', ',', ';', '\t', '""', ' <Warning>: ', '(', ')', '/', 'postfix'],
] as const;
const line = textOf(pieces);

always('Whatever a line is, it is read as something', [line], (text) => {
  expect(typeof unwrapLine(text).message).toBe('string');
  expect(typeof maskLine(text)).toBe('string');
  for (const read of [parseLogLine, acceptedMessages, noMechanismsCause, relatedLines]) {
    expect(() =>
      (read as (given: unknown, mark: string) => unknown)(read === parseLogLine ? text : [text, text], 'mail'),
    ).not.toThrow();
  }
});

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseLogLine,
  unwrapLine,
  maskLine,
  acceptedMessages: (text) => acceptedMessages([text]),
  noMechanismsCause: (text) => noMechanismsCause([text]),
  relatedLines: (text) => relatedLines([text], 'mail'),
};

always(
  'No line, of the longest that is read, takes a reader long',
  [longTextOf(pieces), fc.constantFrom(...Object.keys(readers))],
  (text, name) => {
    endsSoon(() => readers[name]?.(text));
  },
);

always('A line that is masked is masked: once more changes nothing', [line], (text) => {
  expect(maskLine(maskLine(text))).toBe(maskLine(text));
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
const plain = fc.record({
  program: fc.constantFrom('postfix/smtpd', 'postfix/submission/smtpd', 'postfix/cleanup'),
  pid: fc.integer({ min: 1, max: 99_999 }),
  message: fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `warning: ${words.join(' ')}`),
});

always(
  'In whatever form a line comes, its message is whole',
  [fc.constantFrom(...Object.keys(forms)), plain],
  (form, given) => {
    expect(unwrapLine(forms[form]?.(given) ?? '').message).toBe(given.message);
  },
);

always(
  'What the fast reader takes for a line of syslog, the one that knows all forms reads alike',
  [textOf(['Nov 24 23:49:37 ', 'mail ', 'postfix/smtpd', '[16]', ': ', 'x', '[', ']', '3', 'é'], 12)],
  (text) => {
    const encoded = Buffer.from(text);
    const head: SyslogHead = { programStart: 0, programEnd: 0, pid: 0, messageStart: 0 };
    if (text.includes('\n') || !readSyslogHead(encoded, 0, encoded.length, head)) return;
    const read = parseLogLine(text);

    expect(read).toMatchObject({
      program: encoded.toString('utf8', head.programStart, head.programEnd),
      pid: head.pid,
      message: encoded.toString('utf8', head.messageStart),
    });
  },
);

always(
  'The lines of a log are the same in whatever pieces it is read',
  [
    fc.oneof(
      bytes,
      line.map((text) => Buffer.from(text.replaceAll(' ', '\n'))),
    ),
    places,
  ],
  async (log, cuts) => {
    expect(await linesIn(cut(log, cuts))).toBe(await linesIn([log]));
  },
);

always(
  'A journal is read whatever it holds',
  [fc.array(fc.oneof(line, fc.constantFrom('MESSAGE=x', 'MESSAGE', '_PID=1', '', '__REALTIME_TIMESTAMP=9')))],
  (lines) => {
    const reader = new JournalExportReader();
    for (const [index, text] of lines.entries()) reader.read(text, index);

    expect(() => reader.end()).not.toThrow();
  },
);

always(
  'Any lines can be diagnosed',
  [fc.array(line, { maxLength: 20 })],
  async (lines) => {
    const { read } = await diagnoseLines(catalogue, lines);

    expect(read.lines).toBeGreaterThanOrEqual(lines.length);
  },
  { share: 0.2 },
);

async function linesIn(chunks: readonly Buffer[]): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const { bytes: lines } of wholeLines(chunks)) all.push(lines);
  return Buffer.concat(all).toString('hex');
}
