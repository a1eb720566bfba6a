import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { control, expectReply, expectThat } from '../shared/findings';
import { mustHaveCyrusSasl, needsPort } from '../shared/obstacles';
import { answerTo, refusal, success, threeRealms } from './three-realms';

/** What saslpasswd2 puts into sasldb, and sasldblistusers2 shows of it. */
export function sasldbUsers(): readonly Check[] {
  return [
    {
      id: 'realms/listed',
      title: 'lists its users with their realm and property: sasldblistusers2',
      level: 'must',
      reference: 'Cyrus SASL sasldblistusers2(8)',
      rows: [15],
      notApplicable: mustHaveCyrusSasl,
      ask: listsUsers,
    },
    {
      id: 'realms/created-user',
      title: 'lets a user in at once whom saslpasswd2 -u <realm> -c has just created',
      level: 'must',
      reference: 'Cyrus SASL saslpasswd2(8)',
      rows: [15],
      notApplicable: (facts) => mustHaveCyrusSasl(facts) ?? needsPort(25)(facts),
      ask: letsCreatedUserIn,
    },
  ];
}

async function listsUsers(probe: Probe): Promise<readonly Finding[]> {
  const listing = await probe.target.run('sasldblistusers2');
  const wanted = `${probe.facts.user.user}@${probe.facts.domain}: userPassword`;
  return [expectThat(listing.split('\n').includes(wanted), `the line "${wanted}"`, listing)];
}

async function letsCreatedUserIn(probe: Probe): Promise<readonly Finding[]> {
  const server = await probe.on(threeRealms);
  const user = `dave-${probe.token}`;
  const before = await answerTo(server, 25, 'PLAIN', user, 'correct-horse-dave');
  await server.target.run(`echo correct-horse-dave | saslpasswd2 -p -c -u ${probe.facts.domain} ${user}`);
  const after = await answerTo(server, 25, 'PLAIN', user, 'correct-horse-dave');
  return [
    control(expectReply('AUTH PLAIN before', before, refusal)),
    expectReply('AUTH PLAIN after saslpasswd2', after, success),
  ];
}
