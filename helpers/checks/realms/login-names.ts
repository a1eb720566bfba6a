import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { control, expectReply } from '../shared/findings';
import { mustHaveCyrusSasl, needsPort } from '../shared/obstacles';
import { answerTo, refusal, success, threeRealms } from './three-realms';

/** Each user of sasldb under each form of the name, for each value of smtpd_sasl_local_domain. */
export function loginNames(): readonly Check[] {
  return stored().flatMap((user) =>
    settings().flatMap((setting) => forms.map((form) => realmCheck(user, setting, form))),
  );
}

/** How a login name is written: `alice`, `alice@example.test`, `alice@mail.example.test`. */
type Form = (typeof forms)[number];

const forms = ['bare', 'domain', 'hostname'] as const;

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
    notApplicable: (facts) => mustHaveCyrusSasl(facts) ?? needsPort(setting.port)(facts),
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
  const password = passwordOf(probe, user);
  // The name as stored always works: where another is asked about, that shows that the user is there.
  const full =
    form === user.realm
      ? undefined
      : await answerTo(server, port, 'PLAIN', nameOf(probe, user.user, user.realm), password);
  const findings = full ? [control(expectReply('AUTH PLAIN under the name as stored', full, success))] : [];
  for (const mechanism of ['PLAIN', 'CRAM-MD5']) {
    const login = nameOf(probe, user.user, form);
    const answer = await answerTo(server, port, mechanism, login, password);
    findings.push(expectReply(`AUTH ${mechanism} as ${login}`, answer, right ? success : refusal));
  }
  return findings;
}

function nameOf({ facts }: Probe, user: string, form: Form): string {
  return form === 'bare' ? user : `${user}@${form === 'domain' ? facts.domain : facts.hostname}`;
}

function passwordOf({ facts }: Probe, { user }: Stored): string {
  return user === 'carol' ? 'correct-horse-carol' : facts.user.password;
}
