import type { Finding } from '../../model/verdict';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { logIn } from '../../sessions/log-in';
import type { Probe, Relayed } from '../../sessions/probe';
import { hasCode } from '../../smtp/answers';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { control, expectReply, expectThat } from '../shared/findings';
import { mustHaveCyrusSasl, needsPort } from '../shared/obstacles';
import { attempt, expectArrived, expectNoRelay } from '../shared/relay-attempt';

/** smtpd.conf as it is shipped: saslauthd asks the system's accounts, by /etc/shadow or by PAM. */
export function saslauthdChecks(): readonly Check[] {
  return ['shadow', 'pam'].flatMap((backEnd) =>
    questions.map(({ name, title, reference, ask }) => ({
      id: `password-stores/saslauthd-${backEnd}-${name}`,
      title: `${title} when saslauthd checks passwords by ${backEnd}`,
      level: 'must' as const,
      reference: `Cyrus SASL pwcheck_method, saslauthd(8)${reference ?? ''}`,
      rows: [14, 18],
      notApplicable: (facts: Probe['facts']) => mustHaveCyrusSasl(facts) ?? needsPort(587)(facts),
      ask: async (probe: Probe) => ask(await probe.on(systemAccounts(backEnd))),
    })),
  );
}

/** The shipped smtpd.conf; one user more in sasldb alone, whom saslauthd does not know, and one whose account is locked. */
function systemAccounts(backEnd: string): Variant {
  return {
    name: `saslauthd-${backEnd}`,
    before: `${writeShippedSmtpdConf}
sed -i 's/^MECH=.*/MECH=${backEnd}/' /etc/sysconfig/saslauthd
echo correct-horse-carol | saslpasswd2 -p -c -u example.test carol
useradd -M erin && echo erin:correct-horse-erin | chpasswd && usermod -L erin`,
  };
}

const questions: readonly {
  readonly name: string;
  readonly title: string;
  readonly reference?: string;
  readonly ask: (server: Probe) => Promise<readonly Finding[]>;
}[] = [
  { name: 'mechanisms', title: 'offers PLAIN and LOGIN alone', ask: offersPlainAndLogin },
  { name: 'plain', title: 'relays for a system account by PLAIN', ask: (server) => relaysFor(server, 'PLAIN') },
  { name: 'login', title: 'relays for a system account by LOGIN', ask: (server) => relaysFor(server, 'LOGIN') },
  { name: 'wrong-password', title: 'refuses a wrong password', ask: refusesWrongPassword },
  { name: 'sasldb-user', title: 'refuses a user who is in sasldb alone', ask: refusesSasldbUser },
  {
    name: 'locked-account',
    title: 'refuses an account that is locked, and lets in the next user,',
    // crypt() gives nothing for the password of a locked account, which saslauthd did not expect.
    reference: '; CVE-2013-4122',
    ask: refusesLockedAccount,
  },
];

async function offersPlainAndLogin(server: Probe): Promise<readonly Finding[]> {
  const { extensions } = await server.open({ port: 587, security: 'plain' });
  const offered = [...(extensions?.authMechanisms ?? [])].sort().join(' ');
  return [expectThat(offered === 'LOGIN PLAIN', 'LOGIN PLAIN', offered || 'none')];
}

async function relaysFor(server: Probe, mechanism: string): Promise<readonly Finding[]> {
  const { session, answer } = await openAndLogIn(server, mechanism, server.facts.user.user, server.facts.user.password);
  const { last, data } = await attempt(server, session, server.foreignRecipient);
  const relayed: Relayed = hasCode(last, 250) ? await server.relayed(data) : { kind: 'nothing' };
  return [expectReply(`AUTH ${mechanism}`, answer, { code: 235, enhanced: '2.7.0' }), expectArrived(relayed)];
}

async function refusesWrongPassword(server: Probe): Promise<readonly Finding[]> {
  const { user, password } = server.facts.user;
  return refuses(server, user, `not-${password}`);
}

async function refusesSasldbUser(server: Probe): Promise<readonly Finding[]> {
  return refuses(server, 'carol', 'correct-horse-carol');
}

async function refusesLockedAccount(server: Probe): Promise<readonly Finding[]> {
  const findings = await refuses(server, 'erin', 'correct-horse-erin');
  const { user, password } = server.facts.user;
  const { answer } = await openAndLogIn(server, 'PLAIN', user, password);
  return [...findings, expectReply('AUTH PLAIN of the next user', answer, { code: 235, enhanced: '2.7.0' })];
}

async function refuses(server: Probe, user: string, password: string): Promise<readonly Finding[]> {
  const known = await openAndLogIn(server, 'PLAIN', server.facts.user.user, server.facts.user.password);
  const { session, answer } = await openAndLogIn(server, 'PLAIN', user, password);
  return [
    control(expectReply('AUTH PLAIN of a system account', known.answer, { code: 235, enhanced: '2.7.0' })),
    expectReply(`AUTH PLAIN of ${user}`, answer, { code: 535, enhanced: '5.7.8' }),
    ...(await expectNoRelay(server, session)),
  ];
}

async function openAndLogIn(server: Probe, mechanism: string, user: string, password: string) {
  const session = await server.open({ port: 587, security: 'starttls' });
  return { session, answer: await logIn(session, mechanism, { ...server.facts.user, user, password }) };
}
