import type { Zone } from '../../model/zone';
import { plain } from '../../smtp/sasl/plain';
import type { ExpectedReply, Variant } from '../../targets/target';
import type { Check } from '../check';
import { nullMxSender, valueFor } from '../differences/differences';
import { control, expectReply } from '../findings';
import type { Probe } from '../probe';
import { attempt } from '../relay-attempt';
import { mustBeOurs, needsPort } from '../routes';
import { impatientResolver } from './resolver';

/** reject_unknown_sender_domain: what DNS says of the sender's domain decides, whoever the client is. */
export function senderDomains(): readonly Check[] {
  return domains.flatMap(({ name, words, reply }) =>
    clients.map((client) => ({
      id: `dns/sender-${name}-${client.name}`,
      title: `${reply === taken ? 'takes' : 'refuses'} mail from a sender whose domain ${words}, ${client.words}`,
      level: 'must' as const,
      reference: 'RFC 5321 section 2.3.5; RFC 7505; Postfix reject_unknown_sender_domain',
      rows: [12],
      notApplicable: (facts: Probe['facts']) => mustBeOurs(facts) ?? needsPort(25)(facts),
      ask: async (probe: Probe) => {
        const server = await probe.on(senders);
        const session = await server.open({ port: 25, security: 'plain' });
        const login = client.loggedIn ? [await session.authenticate(plain(server.facts.user))] : [];
        const from = `from-${server.token}@${name}.sender.example`;
        const to = client.loggedIn ? server.foreignRecipient : server.facts.localRecipient;
        const { rcpt, last } = await attempt(server, session, to, from);
        const expected = reply === 'by version' ? await valueFor(nullMxSender, probe) : reply;
        return [
          ...login.map((answer) => control(expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' }))),
          expectReply(`RCPT after MAIL ${from}`, rcpt ?? last, expected),
        ];
      },
    })),
  );
}

const clients = [
  { name: 'anonymous', words: 'from a client that does not log in', loggedIn: false },
  { name: 'logged-in', words: 'from a client that has logged in', loggedIn: true },
] as const;

const taken: ExpectedReply = { code: 250, enhanced: '2.1.5' };
const unknown: ExpectedReply = { code: 450, enhanced: '4.1.8' };

const domains: readonly {
  readonly name: string;
  readonly words: string;
  readonly reply: ExpectedReply | 'by version';
  readonly zone: (suffix: string) => Zone;
}[] = [
  {
    name: 'a-only',
    words: 'has an A record and no MX',
    reply: taken,
    zone: (suffix) => ({
      suffix,
      kind: 'records',
      records: [{ name: suffix, type: 'A', data: '203.0.113.30' }],
    }),
  },
  {
    name: 'mx-only',
    words: 'has an MX record and no A',
    reply: taken,
    zone: (suffix) => ({
      suffix,
      kind: 'records',
      records: [
        { name: suffix, type: 'MX', data: `10 mx.${suffix}` },
        { name: `mx.${suffix}`, type: 'A', data: '203.0.113.31' },
      ],
    }),
  },
  {
    name: 'neither',
    words: 'exists but has neither A nor MX',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'records', records: [{ name: suffix, type: 'TXT', data: 'nothing here' }] }),
  },
  {
    name: 'nxdomain',
    words: 'does not exist',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'nxdomain' }),
  },
  {
    name: 'servfail',
    words: 'can not be looked up: SERVFAIL',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'servfail' }),
  },
  {
    name: 'silence',
    words: 'can not be looked up: DNS is silent',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'silence' }),
  },
  {
    name: 'null-mx',
    words: 'says that it takes no mail: MX 0 .',
    reply: 'by version',
    zone: (suffix) => ({ suffix, kind: 'records', records: [{ name: suffix, type: 'MX', data: '0 .' }] }),
  },
];

const senders: Variant = {
  name: 'sender-domains',
  before: impatientResolver,
  zones: domains.map(({ name, zone }) => zone(`${name}.sender.example`)),
};
