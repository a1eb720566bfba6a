import { nullMxSender } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Check } from '../check';
import { control, expectReply, expectThat, unseen } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { attempt } from '../shared/relay-attempt';
import { valueFor } from '../shared/value-for';
import { dnsAnswers } from './answers';
import { domains, taken } from './domains-of-senders';

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
        const server = await probe.on(dnsAnswers);
        const session = await server.open({ port: 25, security: 'plain' });
        const login = client.loggedIn ? [await session.authenticate(plain(server.facts.user))] : [];
        const { dns } = server.target;
        const asked = dns.queries.length;
        const from = `from-${server.token}@${name}.sender.example`;
        const to = client.loggedIn ? server.foreignRecipient : server.facts.localRecipient;
        const { rcpt, last } = await attempt(server, session, to, from);
        const expected = reply === 'by version' ? await valueFor(nullMxSender, probe) : reply;
        return [
          ...login.map((answer) => control(expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' }))),
          // A server that doesn't ask proves nothing by a right reply; a wrong one is wrong all the same.
          unseen(
            expectThat(dns.queries.slice(asked).some(isAbout(`${name}.sender.example`)), 'a question to DNS', 'none'),
          ),
          expectReply(`RCPT after MAIL ${from}`, rcpt ?? last, expected),
        ];
      },
    })),
  );
}

function isAbout(domain: string) {
  return ({ name }: { readonly name: string }) => name.toLowerCase() === domain;
}

const clients = [
  { name: 'anonymous', words: 'from a client that does not log in', loggedIn: false },
  { name: 'logged-in', words: 'from a client that has logged in', loggedIn: true },
] as const;
