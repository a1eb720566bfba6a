import { isDelivered } from '../../maillog/accepted-message';
import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import { refusedRelay } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { expectReply, expectThat, fromLog } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { attempt, expectArrived, expectNothingRelayed } from '../shared/relay-attempt';
import { valueFor } from '../shared/value-for';
import { allClasses, classes, type DomainClass, neighbours } from './classes';
import { type Client, clients, openAs } from './clients';

/** Each class from each client: taken and delivered; what only looks like one is refused to strangers. */
export function classChecks(): readonly Check[] {
  const strangers = clients.filter(({ name }) => name === 'outside-anonymous' || name === 'outside-failed-login');
  return [
    ...classes().flatMap((one) => clients.map((client) => acceptedCheck(one, client))),
    ...strangers.flatMap((client) => neighbours().map((one) => refusedCheck(one, client))),
  ];
}

const reference = 'Postfix reject_unauth_destination, ADDRESS_CLASS_README';
const rows = [10, 11];
const notApplicable = (facts: Probe['facts']) => mustBeOurs(facts) ?? needsPort(25)(facts);

function acceptedCheck(one: DomainClass, client: Client): Check {
  return destinationCheck(one, client, {
    title: `takes mail to ${one.words} ${client.words}`,
    judge: async ({ server, to, answer, data }) => {
      const reply = expectReply(`RCPT ${to}`, answer, { code: 250, enhanced: '2.1.5' });
      return [reply, ...(reply.ok ? await expectArrival(server, one, data) : [])];
    },
  });
}

function refusedCheck(one: DomainClass, client: Client): Check {
  return destinationCheck(one, client, {
    title: `refuses mail to ${one.words} ${client.words}`,
    judge: async ({ server, to, answer, data }) => [
      expectReply(`RCPT ${to}`, answer, await valueFor(refusedRelay, server)),
      ...(await expectNothingRelayed(server, data)),
    ],
  });
}

/** What came of mail to a domain of the class. */
interface Attempt {
  readonly server: Probe;
  readonly to: string;
  /** To RCPT, or to what ended the transaction before it. */
  readonly answer: Answer;
  readonly data: Answer | undefined;
}

function destinationCheck(
  one: DomainClass,
  client: Client,
  { title, judge }: { readonly title: string; readonly judge: (attempt: Attempt) => Promise<readonly Finding[]> },
): Check {
  return {
    id: `destinations/${one.name}-${client.name}`,
    title,
    level: 'must',
    reference,
    rows,
    notApplicable,
    ask: async (probe) => {
      const server = await probe.on(allClasses);
      const { session, opened } = await openAs(server, client);
      const to = one.recipient(server);
      const { rcpt, last, data } = await attempt(server, session, to);
      return [...opened, ...(await judge({ server, to, answer: rcpt ?? last, data }))];
    },
  };
}

async function expectArrival(server: Probe, { relayed }: DomainClass, data: Answer | undefined) {
  if (relayed) return [expectArrived(await server.relayed(data))];
  const lines = await server.logged(isDelivered);
  return [
    fromLog(lines, expectThat(isDelivered(lines), 'the log says that it was delivered', lines.at(-1) ?? 'nothing')),
  ];
}
