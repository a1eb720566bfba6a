import type { Profile } from '../model/profile';
import type { VantagePoint } from '../model/vantage';
import type { Zone } from '../model/zone';
import { setParameters } from '../postfix/settings';
import { shellQuote } from '../shell-quote';
import { referenceHost } from '../targets/reference-servers';
import type { Change } from '../targets/target';

/** Somebody who can log in with a password. */
export interface MailUser {
  readonly name: string;
  readonly password: string;
}

/** What a test asks for before the start of its server. */
export interface ServerSetup {
  readonly hostname: string | undefined;
  readonly users: readonly (MailUser & { readonly commands: readonly string[] })[];
  readonly environment: Readonly<Record<string, string>>;
  /** Addresses of clients that may relay without a login. */
  readonly trusted: readonly string[];
  readonly zones: readonly Zone[];
  /** Shell commands to run before the mail services start. */
  readonly scripts: readonly string[];
  readonly startupTimeoutMs: number | undefined;
}

/** Before anything is asked for. */
export const emptySetup: ServerSetup = {
  hostname: undefined,
  users: [],
  environment: {},
  trusted: [],
  zones: [],
  scripts: [],
  startupTimeoutMs: undefined,
};

/** What is asked of a reference server: shell commands, clients and zones. Throws a TypeError for what it can't have. */
export function changeOfReference(setup: ServerSetup): Change {
  const { hostname, users, environment, trusted, zones, scripts, startupTimeoutMs } = setup;
  if (Object.keys(environment).length > 0) {
    throw new TypeError('a reference server reads no environment: use withSetting or withSetupScript');
  }
  const before = [
    ...(hostname === undefined ? [] : [setParameter('myhostname', hostname)]),
    ...users.map(addUser),
    ...trusted.map((address) => `postconf -e "mynetworks=$(postconf -h mynetworks), "${shellQuote(address)}`),
    ...scripts,
  ];
  const own: readonly Zone[] = hostname === undefined ? [] : [addressOf(hostname)];
  return {
    before: before.join('\n'),
    vantagePoints: trusted.map(clientAt),
    zones: [...own, ...zones],
    startupTimeoutMs,
  };
}

/** What is asked of somebody's image: lines of its profile. Throws a TypeError for what it can't have. */
export function profileWith(profile: Profile, setup: ServerSetup): Profile {
  const { hostname, users, environment, trusted, scripts, startupTimeoutMs } = setup;
  if (scripts.length > 0) {
    throw new TypeError(
      `withSetting and withSetupScript are for reference servers; configure ${profile.name} by withEnvironment or a profile`,
    );
  }
  if (trusted.length > 1) {
    throw new TypeError(
      `withTrustedClient: ${profile.name} can have one trusted client at most, not ${trusted.length}`,
    );
  }
  const [user] = users;
  return {
    ...profile,
    hostname: hostname ?? profile.hostname,
    environment: { ...profile.environment, ...environment },
    user: user ?? profile.user,
    createUser: [...profile.createUser, ...users.flatMap((one) => one.commands)],
    offers: { ...profile.offers, trusted: trusted.length > 0 ? trusted : profile.offers.trusted },
    readyTimeoutMs: startupTimeoutMs ?? profile.readyTimeoutMs,
  };
}

/** The shell command that sets a parameter of main.cf. */
export function setParameter(name: string, value: string): string {
  return setParameters([{ name, value }]);
}

/** In Dovecot's file or in sasldb, whichever the server has; and an account, which takes mail. */
function addUser({ name, password, commands }: ServerSetup['users'][number]): string {
  const { domain } = referenceHost;
  const usual = `if [ -e /etc/dovecot/users ]; then
  printf '%s\\n' ${shellQuote(`${name}@${domain}:{PLAIN}${password}`)} >>/etc/dovecot/users
else
  printf '%s\\n' ${shellQuote(password)} | saslpasswd2 -p -c -u ${domain} ${shellQuote(name)}
fi
id -u ${shellQuote(name)} >/dev/null 2>&1 || useradd --create-home --shell /bin/false ${shellQuote(name)}`;
  return commands.length > 0 ? commands.join('\n') : usual;
}

/** A client at an address of its own, with a name that points back to it. */
export function clientAt(address: string): VantagePoint {
  return { name: `client:${address}`, address, hostname: `client-${address.replaceAll('.', '-')}.outside.example` };
}

function addressOf(hostname: string): Zone {
  return { suffix: hostname, kind: 'records', records: [{ name: hostname, type: 'A', data: '192.0.2.1' }] };
}
