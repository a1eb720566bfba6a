import type { Diagnosis, Finding } from '../../../../helpers/model/diagnosis';
import type { Reproduction } from '../../../../helpers/model/failure-mode';
import type { Transcript } from '../../../../helpers/model/transcript';
import {
  breakingText,
  diagnosisText,
  healthText,
  repairText,
  viewText,
} from '../../../../reports/reproduction/reproduction-text';
import { mode, sign } from '../../diagnosis/sample-modes';

const terminal = { colour: false, width: 80 };
const socket = mode('saslauthd/not-running');
const reproduction: Reproduction = {
  inject: 'mailctl stop-saslauthd\nrm -f /run/saslauthd/mux',
  provoke: [],
  repair: 'mailctl start-saslauthd',
  zones: [{ suffix: 'gone.example', kind: 'silence' }],
  toldBy: 'log',
};
const transcript: Transcript = {
  title: 'outside → 587',
  startedAt: '2026-11-25T10:00:00.000Z',
  entries: [
    { atMs: 3, from: 'client', text: 'AUTH PLAIN <secret>', tls: false },
    { atMs: 9, from: 'server', text: '454 4.7.0 Temporary authentication failure', tls: false },
  ],
};

describe('what is going to be done', () => {
  test('has the mode, the server with its versions, and every command', () => {
    expect(
      breakingText(socket, reproduction, { Postfix: '3.7.11', 'Cyrus SASL': '2.1.28' }, terminal),
    ).toBe(`It is saslauthd/not-running
saslauthd/not-running · Postfix 3.7.11, Cyrus SASL 2.1.28

Breaking it
  mailctl stop-saslauthd
  rm -f /run/saslauthd/mux
  DNS: gone.example silence

`);
  });

  test('says so where only the client is wrong', () => {
    expect(breakingText(socket, { ...reproduction, inject: '', zones: [] }, {}, terminal)).toContain(
      'nothing on the server: the client is what is wrong',
    );
  });
});

test.each([
  [[], '✓ before: it relays for its user, and for nobody else\n\n'],
  [
    ['587: refused', 'a \u001b[31mred\u001b[0m line'],
    '✗ before: not whole\n  587: refused\n  a \\x1b[31mred\\x1b[0m line\n\n',
  ],
])('a server with the complaints %j is told whole or not', (complaints, expected) => {
  expect(healthText('before', complaints, terminal)).toBe(expected);
});

test('what clients see and what is logged stand below each other, and what was expected in vain', () => {
  const text = viewText(
    [transcript],
    ['postfix/smtpd[3]: warning: no socket'],
    [sign('names', /never came/)],
    terminal,
  );

  expect(text.split('\n').filter((line) => /^\S|outside|AUTH|454|warning/.test(line))).toEqual([
    'What its clients see',
    expect.stringContaining('outside → 587'),
    expect.stringContaining('AUTH PLAIN <secret>'),
    expect.stringContaining('454 4.7.0 Temporary authentication failure'),
    'What it logs',
    '  postfix/smtpd[3]: warning: no socket',
    '✗ expected in the log, and not there: /never came/',
  ]);
});

test('an empty log is told', () => {
  expect(viewText([], [], [], terminal)).toContain('What it logs\n  nothing\n');
});

describe('what diagnose says', () => {
  test('is the finding of the mode, and of others only that they are there', () => {
    const text = diagnosisText(
      diagnosis([
        finding('dns/gone', 'certain'),
        finding('saslauthd/not-running', 'likely'),
        finding('x/y', 'possible'),
      ]),
      socket,
      terminal,
    );

    expect(text).toContain('1. It is saslauthd/not-running\n');
    expect(text).toContain('Mend saslauthd/not-running.');
    expect(text).toContain('  also certain: It is dns/gone (dns/gone)\n');
    expect(text).not.toContain('x/y');
  });

  test('is told where it does not name the mode', () => {
    expect(diagnosisText(diagnosis([]), socket, terminal)).toContain('it does not name this failure mode');
  });

  test('is that the lines are harmless, where the mode is noise', () => {
    const noise = mode('client/gone', { kind: 'noise' });

    const text = diagnosisText(
      { ...diagnosis([]), harmless: [{ mode: noise, lines: 1, evidence: [] }] },
      noise,
      terminal,
    );

    expect(text).toBe('What diagnose says\n  These lines are harmless: It is client/gone\n\n');
  });
});

test('the repair has the words for an administrator, and what is done here', () => {
  expect(repairText(socket, reproduction, terminal)).toBe(`Repairing it
  Mend saslauthd/not-running.
  Here:
    mailctl start-saslauthd
    DNS: as it was

`);
});

function finding(id: string, confidence: Finding['confidence']): Finding {
  const line = { file: 'the log', line: 1, text: 'postfix/smtpd[3]: warning: no socket' };
  return {
    mode: mode(id),
    confidence,
    lines: 1,
    first: line,
    last: line,
    evidence: [line],
    facts: [],
    rivals: [],
    undecided: [],
  };
}

function diagnosis(findings: readonly Finding[]): Diagnosis {
  return {
    findings,
    notices: [],
    harmless: [],
    unexplained: { lines: 0, shapes: [] },
    similar: [],
    read: { lines: 1, bytes: 1, cutLines: 0, sources: [] },
  };
}
