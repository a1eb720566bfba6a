import { messages } from '../../maillog/no-mechanisms';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { control, expectReply, expectThat, fromLog } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { attempt, expectNothingRelayed } from '../shared/relay-attempt';
import { dnsAnswers } from './answers';
import { impatientResolver } from './impatient-resolver';
import {
  type BlockList,
  deadList,
  type ListAnswer,
  type ListClient,
  listAnswers,
  listClients,
  vantageOf,
} from './lists';

/** Every answer that a block list can give about a client, for every list of the how-to. */
export function listChecks(): readonly Check[] {
  return [
    ...listClients.map((client) =>
      client.list === deadList ? listCheck(client, ordb, 7) : listCheck(client, dnsAnswers, 8),
    ),
    {
      ...base,
      id: 'dns/parked-list',
      title: 'refuses everybody outside of $mynetworks, also who logs in, when rhsbl.ahbl.org lists everything',
      rows: [8],
      ask: refusesEverybody,
    },
    {
      ...base,
      id: 'dns/mynetworks-not-looked-up',
      title: 'asks no block list about a client in $mynetworks',
      rows: [7, 8],
      ask: asksNothingAboutInside,
    },
  ];
}

const base = {
  level: 'must' as const,
  reference: 'RFC 5782 sections 2 and 5; Postfix reject_rbl_client, reject_rhsbl_client',
  notApplicable: (facts: Probe['facts']) => mustBeOurs(facts) ?? needsPort(25)(facts),
};

/** The how-to's first form, with the list that is dead. */
const ordb: Variant = {
  ...dnsAnswers,
  name: 'dead-list',
  before: `${impatientResolver}
postconf -e 'smtpd_client_restrictions = permit_mynetworks, reject_rbl_client ${deadList.zone}, permit'`,
};

/** What happened to rhsbl.ahbl.org when it was given up: it answers yes to everything. */
const parked: Variant = {
  name: 'parked-list',
  zones: [{ suffix: 'rhsbl.ahbl.org', kind: 'everything', address: '127.0.0.2', text: 'this list is closed' }],
};

function listCheck({ list, answer }: ListClient, variant: Variant, row: number): Check {
  const refused = answer === 'listed' || answer === 'open-resolver';
  return {
    ...base,
    id: `dns/${list.zone}-${answer}`,
    title: `${refused ? 'refuses' : 'takes mail from'} a client that ${list.zone} ${listAnswers[answer]}`,
    rows: [row],
    ask: async (probe) => {
      const server = await probe.on(variant);
      const session = await server.open({ vantage: vantageOf(list, answer), port: 25, security: 'plain' });
      const { rcpt, last, data } = await attempt(server, session, server.facts.localRecipient);
      const reply = rcpt ?? last;
      if (!refused) return [expectReply('RCPT', reply, taken), ...(await expectLookupLogged(server, list, answer))];
      const text = reply.kind === 'reply' ? reply.lines.join(' ') : '';
      return [
        expectReply('RCPT', reply, blocked),
        expectThat(text.includes(`blocked using ${list.zone};`), `blocked using ${list.zone}`, text),
        ...(await expectNothingRelayed(server, data)),
      ];
    },
  };
}

const taken = { code: 250, enhanced: '2.1.5' };
const blocked = { code: 554, enhanced: '5.7.1' };

// warning: 109.113.0.203.spamcop.net: RBL lookup error: Host or domain name not found. Name service error for …
async function expectLookupLogged(server: Probe, { zone }: BlockList, answer: ListAnswer): Promise<readonly Finding[]> {
  const isLookupError = (line: string) => line.includes(`${zone}: RBL lookup error: `);
  if (answer === 'nxdomain') {
    const lines = messages(await server.logged((logged) => logged.length > 0));
    return [
      control(expectThat(lines.length > 0, 'lines about this client in the log', 'none')),
      expectThat(!lines.some(isLookupError), `no lookup error of ${zone} in the log`, lines.find(isLookupError) ?? ''),
    ];
  }
  const lines = await server.logged((logged) => messages(logged).some(isLookupError));
  const isLogged = messages(lines).some(isLookupError);
  return [fromLog(lines, expectThat(isLogged, `"${zone}: RBL lookup error" in the log`, 'no such line'))];
}

async function refusesEverybody(probe: Probe): Promise<readonly Finding[]> {
  const server = await probe.on(parked);
  const [anonymous, user, inside] = await Promise.all([
    server.open({ port: 25, security: 'plain' }),
    server.open({ port: 587, security: 'starttls' }),
    server.open({ vantage: 'inside', port: 25, security: 'plain' }),
  ]);
  const login = await user.authenticate(plain(server.facts.user));
  const toUser = server.facts.localRecipient;
  const [refused, refusedUser, served] = await Promise.all([
    attempt(server, anonymous, toUser),
    attempt(server, user, server.foreignRecipient),
    attempt(server, inside, toUser),
  ]);
  return [
    control(expectReply('AUTH PLAIN', login, { code: 235, enhanced: '2.7.0' })),
    expectReply('RCPT from outside', refused.rcpt ?? refused.last, blocked),
    expectReply('RCPT of a user who has logged in', refusedUser.rcpt ?? refusedUser.last, blocked),
    expectReply('RCPT from $mynetworks', served.rcpt ?? served.last, taken),
  ];
}

async function asksNothingAboutInside(probe: Probe): Promise<readonly Finding[]> {
  const { facts, target } = probe;
  const lookUps = (vantage: string) => {
    const { address = '' } = facts.vantagePoints.find(({ name }) => name === vantage) ?? {};
    const reversed = `${address.split('.').reverse().join('.')}.`;
    return target.dns.queries
      .map(({ name }) => name)
      .filter((name) => name.startsWith(reversed) && !name.endsWith('.arpa'));
  };
  const inside = await probe.open({ vantage: 'inside', port: 25, security: 'plain' });
  const outside = await probe.open({ port: 25, security: 'plain' });
  const { rcpt, last } = await attempt(probe, inside, facts.localRecipient);
  await attempt(probe, outside, facts.localRecipient);
  return [
    expectReply('RCPT', rcpt ?? last, taken),
    control(expectThat(lookUps('outside').length > 0, 'questions to lists about a client outside', 'none')),
    expectThat(lookUps('inside').length === 0, 'no question about this one', lookUps('inside').join(', ')),
  ];
}
