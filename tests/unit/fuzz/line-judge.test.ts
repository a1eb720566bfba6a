import fc from 'fast-check';
import { Complaints } from '../../../helpers/diagnosis/complaints';
import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { KnownTexts } from '../../../helpers/diagnosis/known-texts';
import { type Judgement, LineJudge } from '../../../helpers/diagnosis/line-judge';
import { Piece } from '../../../helpers/diagnosis/log/piece';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { indexSigns } from '../../../helpers/diagnosis/sign-index';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { always } from './property';
import { textOf } from './values';

const texts = new KnownTexts(indexSigns(catalogue));
const specimens = catalogue.flatMap(({ symptoms }) => symptoms.log.map(({ specimen }) => unwrapLine(specimen)));
const programs = [...new Set(specimens.flatMap(({ program }) => program ?? []))];

/** Lines of sessions, whose meaning is known again whoever the client and the user are. */
const client = fc.oneof(
  fc.constantFrom('x[192.0.2.1]', 'a.test[2001:db8::7]', 'unknown[192.0.2.1]', 'failed[192.0.2.1]'),
  textOf(['x', '[', ']', '[192.0.2.1]', 'fatal:', ':'], 4),
);
const ofSession = fc.oneof(
  fc
    .tuple(
      client,
      fc.constantFrom('', ' ', ' ehlo=1 auth=0/1 ', ' ehlo=1 auth=1/2 rset=1 ', ' auth=0/12 rset=12 failed '),
    )
    .map(([who, rest]) => `disconnect from ${who}${rest}quit=1 commands=2/3`),
  fc
    .tuple(
      client,
      fc.constantFrom('PLAIN', 'CRAM-MD5'),
      fc.constantFrom(
        'authentication failure',
        'authentication failure',
        "Invalid authentication mechanism: 'X'",
        'odd',
        '',
      ),
      fc.constantFrom('', ', sasl_username=alice', ', sasl_username=a?b', ", sasl_username=o'neill, fatal: x"),
    )
    .map(([who, mechanism, why, user]) => `warning: ${who}: SASL ${mechanism} authentication failed: ${why}${user}`),
);

/** Messages that say something, the same with other numbers, others that complain, and what only looks like these. */
const message = fc.oneof(
  ofSession,
  fc.constantFrom(...specimens).map((line) => line.message),
  fc
    .tuple(fc.constantFrom(...specimens), fc.nat({ max: 9 }))
    .map(([line, digit]) => line.message.replace(/\d/g, String(digit))),
  textOf(
    [
      ...[
        'warning: ',
        'WARNING: ',
        'fatal: ',
        ' failed',
        'failed',
        'status=bounced',
        'avc:   denied',
        'connection refused',
      ],
      ...[
        'host',
        '17',
        '4A5B6C7D00: ',
        '550 5.1.1 ',
        'x1:',
        ' ',
        '<a@b.test>',
        '[192.0.2.1]',
        '&lt;',
        '&',
        '[ID 1 mail.info] ',
      ],
      ...[
        'disconnect from a[192.0.2.1] ehlo=1 auth=1/2',
        'Nov 24 23:49:37 ',
        'mail|info ',
        '10025/smtpd[3]: ',
        'é',
        '\u001b[0m',
      ],
      ...['SASL LOGIN authentication failed: authentication failure', ', sasl_method=PLAIN', 'Relay access denied'],
    ],
    8,
  ),
);
const head = fc.tuple(
  fc.constantFrom('Nov 24 23:49:37 ', 'Nov  4 23:49:37 ', '2026-11-24T23:49:37.123456+00:00 ', 'nov 24 23:49:37 ', ''),
  fc.constantFrom('mail ', '192.0.2.5 ', '[mail] ', 'mail: ', ''),
  fc.constantFrom(...programs, 'cron'),
  fc.constantFrom('[16]: ', '[17]: ', ': ', '[x]: ', ' '),
);
const line = fc
  .tuple(head, message)
  .map(([parts, said]) => inOneLine(`${parts.join('')}${said}`))
  .filter((text) => text !== '');

always(
  'A line is judged alike by its bytes and by its text',
  [fc.array(line, { minLength: 1, maxLength: 10 })],
  expectAlike,
);

always(
  'A line of a session is judged alike by its bytes and by its text, whoever its client and user are',
  [fc.array(ofSession, { minLength: 10, maxLength: 30 })],
  (messages) => expectAlike(messages.map((said) => inOneLine(`Nov 24 23:49:37 mail postfix/smtpd[16]: ${said}`))),
);

function inOneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}

function expectAlike(lines: readonly string[]): void {
  const judged: { readonly [key in 'byText' | 'byBytes']: unknown[] } = { byText: [], byBytes: [] };
  const judge = new LineJudge(texts, new Set(catalogue), noFacts, new Complaints());
  const piece = new Piece();
  // Twice, and then once more: what is remembered is the same.
  const all = [...lines, ...lines, ...lines];
  piece.take(Buffer.from(all.map((text) => `${text}\n`).join('')));
  all.forEach((text, index) => {
    const start = piece.startOf(index);
    const end = piece.endOf(index);
    const byText = inWords(judge.judge(unwrapLine(text)), judge.pid);
    const first = texts.search.find(piece.bytes, start, end);
    // Where the search finds nothing, no sign is to be found, and no login.
    const byBytes =
      first < 0 ? { ...byText, ...nothing } : inWords(judge.judgeBytes(piece, start, end, first), judge.pid);
    judged.byText.push([text, byText]);
    judged.byBytes.push([text, byBytes]);
  });

  expect(judged.byBytes).toEqual(judged.byText);
}

const nothing = { login: undefined, signs: undefined };

function inWords({ claim, login, complaint, program }: Judgement, pid: number) {
  return {
    ...{ program, pid, login },
    signs: claim?.matched.map(({ mode, sign }) => `${mode.id} ${sign.pattern.source}`),
    complaint: complaint?.shown,
  };
}

always(
  'A log is diagnosed alike as syslog writes it and behind the prefix of docker compose, where no line is judged by its bytes',
  [
    fc.array(
      fc.tuple(
        fc.constantFrom(...programs),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...specimens),
        fc.nat({ max: 3 }),
      ),
      { maxLength: 40 },
    ),
  ],
  async (given) => {
    const lines = given.flatMap(([program, pid, { message: said }, again]) => {
      const text = `Nov 24 23:49:37 mail ${program}[${pid}]: ${said}`;
      return Array.from({ length: again + 1 }, () => text);
    });

    expect(await found(lines.map((text) => `mail_1  | ${text}`))).toEqual(await found(lines));
  },
  { share: 0.3 },
);

async function found(lines: readonly string[]) {
  const { findings, unexplained, harmless } = await diagnoseLines(catalogue, lines);
  return {
    findings: findings.map(({ mode, confidence, lines: count, first, last, evidence }) => {
      return [mode.id, confidence, count, first?.line, last?.line, evidence.map((one) => one.line)];
    }),
    harmless: harmless.map(({ mode, lines: count }) => [mode.id, count]),
    unexplained: [unexplained.lines, unexplained.shapes.map(({ shape, count, first }) => [shape, count, first.line])],
  };
}
