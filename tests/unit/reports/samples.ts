import type { Evidence } from '../../../helpers/model/evidence';
import type { CheckResult, FoundCause, ResultFile } from '../../../helpers/model/result';
import type { Transcript } from '../../../helpers/model/transcript';
import { howtoRows } from '../../../reports/result/howto-rows';
import { summarise } from '../../../reports/result/summary';

/** A session in which mail was accepted inside TLS. */
export const transcript: Transcript = {
  title: 'outside → 25',
  startedAt: '2026-08-21T10:00:00.000Z',
  entries: [
    { atMs: 0, from: 'note', text: 'connected from 198.51.100.7', tls: false },
    { atMs: 31.4, from: 'server', text: '220 mail.example.test ESMTP Postfix', tls: false },
    { atMs: 32, from: 'client', text: 'STARTTLS', tls: false },
    { atMs: 140, from: 'client', text: 'RCPT TO:<victim@foreign.example>', tls: true },
    { atMs: 12_043, from: 'server', text: '250 2.1.5 Ok', tls: true },
  ],
};

/** Nothing seen. */
export const noEvidence: Evidence = { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] };

/** Something of everything. */
export const fullEvidence: Evidence = {
  transcripts: [transcript],
  logLines: ['Aug 21 10:00:00 mail postfix/smtpd[71]: connect from nameless[198.51.100.7]'],
  relayed: [
    {
      receivedAt: '2026-08-21T10:00:13.000Z',
      clientName: 'mail.example.test',
      port: 25,
      mailFrom: 'probe@example.test',
      rcptTo: ['victim@foreign.example'],
      headers: [{ name: 'Subject', value: 'probe 1' }],
      body: 'probe\r\n',
      tls: undefined,
    },
  ],
  dnsQueries: [{ at: '2026-08-21T10:00:12.000Z', name: 'foreign.example', type: 'MX', answer: 'NXDOMAIN' }],
  notes: ['smtpd_relay_restrictions = permit'],
};

/** A check with this verdict; its id is `<suite>/<verdict>` unless said otherwise. */
export function check(verdict: CheckResult['verdict'], changes: Partial<CheckResult> = {}): CheckResult {
  return {
    id: `open-relay/${verdict}`,
    suite: 'open-relay',
    title: `A check that is ${verdict}`,
    level: 'must',
    reference: 'RFC 5321 section 3.6.2',
    rows: [],
    verdict,
    ...(verdict !== 'held' && { reason: `why it is ${verdict}` }),
    ...(verdict === 'accepted' && { acceptedBecause: 'it is meant so' }),
    durationMs: 250,
    evidence: noEvidence,
    ...changes,
  };
}

/** A result file with these checks. */
export function resultOf(checks: readonly CheckResult[], changes: Partial<ResultFile> = {}): ResultFile {
  return {
    schema: 'smtp-auth-harness/result/2',
    tool: { name: 'smtp-auth-harness', version: '0.1.0' },
    startedAt: '2026-08-21T10:00:00.000Z',
    durationMs: 12_340,
    target: {
      name: 'howto',
      image: 'harness/howto:1',
      mta: 'Postfix',
      versions: { postfix: '3.7.11', 'cyrus-sasl': '2.1.28' },
      hostname: 'mail.example.test',
      notice: 'Debian 12 stands in for CentOS 7',
    },
    summary: summarise(checks),
    checks,
    howto: howtoRows(checks),
    failureModes: [],
    ...changes,
  };
}

/** A cause that explains these checks, with all that a cause can have. */
export function causeOf(explains: readonly string[], changes: Partial<FoundCause> = {}): FoundCause {
  const place = { file: '/etc/postfix/main.cf', line: 36, text: 'mynetworks = 0.0.0.0/0' };
  return {
    id: 'open-relay/mynetworks-everybody',
    kind: 'exposure',
    title: 'mynetworks contains every address',
    cause: 'permit_mynetworks lets in whoever has an address in mynetworks, before anybody asks for a login.',
    confidence: 'certain',
    explains,
    evidence: [{ file: 'maillog', line: 12, text: 'client=stranger[198.51.100.7]', time: 'Aug 21 10:00:00' }],
    facts: [{ words: 'mynetworks contains 0.0.0.0/0', places: [place] }],
    undecided: [{ words: 'a firewall keeps strangers out', look: 'iptables -S' }],
    repair: { words: 'Name the networks that you trust.', commands: ["postconf -e 'mynetworks = 127.0.0.0/8'"] },
    references: ['https://www.postfix.org/postconf.5.html#mynetworks'],
    ...changes,
  };
}

/** A failed check of the relay matrix, with all that a check can have. */
export const fullCheck: CheckResult = check('failed', {
  id: 'open-relay/outside-anonymous-foreign',
  why: 'A server that relays for strangers is found within hours.',
  rows: [{ number: 10, title: 'smtpd_recipient_restrictions' }],
  reason: 'expected RCPT: 554 5.7.1; saw 250 2.1.5 Ok\nexpected nothing reaches the sink; saw a message',
  startedAt: '2026-08-21T10:00:01.000Z',
  cell: { vantage: 'outside', state: 'anonymous', destination: 'foreign', expected: 'refused', port: 25 },
  evidence: {
    ...fullEvidence,
    relayed: fullEvidence.relayed.map((message) => ({ ...message, tls: 'TLSv1.3', user: 'relay' })),
  },
});

/** A result with all that a result can have: every verdict, a cause, and checks that nothing explains. */
export const fullResult: ResultFile = resultOf(
  [
    check('held', { startedAt: '2026-08-21T10:00:00.000Z' }),
    fullCheck,
    check('failed', { id: 'dns/parked-list', suite: 'dns' }),
    check('accepted'),
    check('not-applicable'),
    check('could-not-tell', { suite: 'dns', id: 'dns/mynetworks-not-looked-up' }),
  ],
  {
    failureModes: [causeOf([fullCheck.id])],
    target: {
      ...resultOf([]).target,
      startMs: 2100,
      dnsQuestions: ['A 7.100.51.198.sbl.example: NXDOMAIN', 'PTR 7.100.51.198.in-addr.arpa: client.outside.example'],
    },
  },
);
/** A cause, with no check yet that it explains. */
export const everybody: FoundCause = {
  id: 'open-relay/mynetworks-everybody',
  kind: 'exposure',
  title: 'mynetworks holds the whole Internet',
  cause: 'permit_mynetworks then permits everybody.',
  confidence: 'certain',
  explains: [],
  evidence: [],
  facts: [
    {
      words: 'mynetworks has a network of all addresses',
      places: [{ file: '/etc/postfix/main.cf', line: 7, text: 'mynetworks = 0.0.0.0/0' }],
    },
  ],
  undecided: [],
  repair: {
    words: 'Name the machines that may relay without a login, and look into the queue.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8"', 'systemctl reload postfix'],
  },
  references: [],
};
