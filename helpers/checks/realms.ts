import type { Finding } from '../model/verdict';
import { type Credentials, mechanismFor } from '../smtp/sasl/mechanism-for';
import type { Variant } from '../targets/target';
import type { Check, Suite } from './check';
import { control, expectReply, expectThat } from './findings';
import type { Probe } from './probe';
import { mustBeOurs, needsPort } from './routes';

/** Under which names a user of sasldb can log in: the realm that the name lacks comes from smtpd_sasl_local_domain. */
export const realms: Suite = {
  id: 'realms',
  title: 'Realms',
  why: 'The same password is right or wrong by the realm that the server adds to the name: this is why logins fail that look right.',
  checks: [
    ...stored().flatMap((user) =>
      settings().flatMap((setting) =>
        ['bare', 'domain', 'hostname'].map((form) => realmCheck(user, setting, form as Form)),
      ),
    ),
    {
      id: 'realms/listed',
      title: 'lists its users with their realm and property: sasldblistusers2',
      level: 'must',
      reference: 'Cyrus SASL sasldblistusers2(8)',
      rows: [15],
      notApplicable: mustBeOurs,
      ask: listsUsers,
    },
    {
      id: 'realms/created-user',
      title: 'lets a user in at once whom saslpasswd2 -u <realm> -c has just created',
      level: 'must',
      reference: 'Cyrus SASL saslpasswd2(8)',
      rows: [15],
      notApplicable: (facts) => mustBeOurs(facts) ?? needsPort(25)(facts),
      ask: letsCreatedUserIn,
    },
  ],
};

/** How a login name is written: `alice`, `alice@example.test`, `alice@mail.example.test`. */
type Form = 'bare' | 'domain' | 'hostname';

interface Stored {
  readonly user: string;
  readonly realm: Exclude<Form, 'bare'>;
}

interface RealmSetting {
  readonly value: string;
  readonly name: string;
  readonly port: 25 | 587 | 465;
  /** The realm that it gives to a name without one; empty, Cyrus SASL takes the server's own name. */
  readonly realm: Stored['realm'];
}

function stored(): readonly Stored[] {
  return [
    { user: 'alice', realm: 'domain' },
    { user: 'carol', realm: 'hostname' },
  ];
}

function settings(): readonly RealmSetting[] {
  return [
    { value: '$mydomain', name: 'mydomain', port: 25, realm: 'domain' },
    { value: '$myhostname', name: 'myhostname', port: 587, realm: 'hostname' },
    { value: '', name: 'empty', port: 465, realm: 'hostname' },
  ];
}

// One server for the three settings: a service of master.cf each. The users' realms are the how-to's two.
const threeRealms: Variant = {
  name: 'three-realms',
  before: `echo correct-horse-carol | saslpasswd2 -p -c -u mail.example.test carol
sed -i -e '/^submission inet/a\\  -o smtpd_sasl_local_domain=$myhostname' \\
  -e '/^smtps  *inet/a\\  -o smtpd_sasl_local_domain=' /etc/postfix/master.cf`,
};

function realmCheck(user: Stored, setting: RealmSetting, form: Form): Check {
  const { domain, hostname } = { domain: '$mydomain', hostname: '$myhostname' };
  const name = form === 'bare' ? 'its bare name' : `@${form === 'domain' ? domain : hostname}`;
  const right = (form === 'bare' ? setting.realm : form) === user.realm;
  return {
    id: `realms/${user.realm}-user-local-${setting.name}-as-${form}`,
    title:
      `${right ? 'lets a user in' : 'refuses a user'} of the realm ${user.realm === 'domain' ? domain : hostname} ` +
      `under ${name} when smtpd_sasl_local_domain = ${setting.value || '(empty)'}`,
    level: 'must',
    reference: 'Postfix smtpd_sasl_local_domain; Cyrus SASL saslpasswd2(8)',
    rows: [6],
    notApplicable: (facts) => mustBeOurs(facts) ?? needsPort(setting.port)(facts),
    ask: (probe) => logInAs(probe, user, setting, { form, right }),
  };
}

async function logInAs(
  probe: Probe,
  user: Stored,
  { port }: RealmSetting,
  { form, right }: { readonly form: Form; readonly right: boolean },
): Promise<readonly Finding[]> {
  const server = await probe.on(threeRealms);
  // The name as stored always works: where another is asked about, that shows that the user is there.
  const full =
    form === user.realm ? undefined : await logIn(server, port, 'PLAIN', nameOf(probe, user.user, user.realm));
  const findings = full ? [control(expectReply('AUTH PLAIN under the name as stored', full, success))] : [];
  for (const mechanism of ['PLAIN', 'CRAM-MD5']) {
    const login = nameOf(probe, user.user, form);
    const answer = await logIn(server, port, mechanism, login);
    findings.push(expectReply(`AUTH ${mechanism} as ${login}`, answer, right ? success : refusal));
  }
  return findings;
}

const success = { code: 235, enhanced: '2.7.0' };
const refusal = { code: 535, enhanced: '5.7.8' };

function nameOf({ facts }: Probe, user: string, form: Form): string {
  return form === 'bare' ? user : `${user}@${form === 'domain' ? facts.domain : facts.hostname}`;
}

async function logIn(probe: Probe, port: number, mechanism: string, user: string, password = passwordOf(probe, user)) {
  const session = await probe.open({ port, security: port === 465 ? 'implicit-tls' : 'plain' });
  const credentials: Credentials = { user, password, host: probe.facts.hostname };
  const sasl = mechanismFor(mechanism, credentials);
  if (!sasl) throw new TypeError(`no such mechanism here: ${mechanism}`);
  return session.authenticate(sasl);
}

function passwordOf({ facts }: Probe, user: string): string {
  return user.startsWith('carol') ? 'correct-horse-carol' : facts.user.password;
}

async function listsUsers(probe: Probe): Promise<readonly Finding[]> {
  const listing = await probe.target.run('sasldblistusers2');
  const wanted = `${probe.facts.user.user}@${probe.facts.domain}: userPassword`;
  return [expectThat(listing.split('\n').includes(wanted), `the line "${wanted}"`, listing)];
}

async function letsCreatedUserIn(probe: Probe): Promise<readonly Finding[]> {
  const server = await probe.on(threeRealms);
  const user = `dave-${probe.token}`;
  const before = await logIn(server, 25, 'PLAIN', user, 'correct-horse-dave');
  await server.target.run(`echo correct-horse-dave | saslpasswd2 -p -c -u ${probe.facts.domain} ${user}`);
  const after = await logIn(server, 25, 'PLAIN', user, 'correct-horse-dave');
  return [
    control(expectReply('AUTH PLAIN before', before, refusal)),
    expectReply('AUTH PLAIN after saslpasswd2', after, success),
  ];
}
