import { shellQuoted } from '../../containers/docker/shell-quoted';
import type { Profile } from '../model/profile';
import type { VantagePoint } from '../model/vantage';
import type { Zone } from '../model/zone';
import { referenceHost } from '../targets/reference-servers';
import type { Change } from '../targets/target';

/** Somebody who can log in. */
export interface MailUser {
  readonly name: string;
  readonly password: string;
}

/** What a test wants of its server. */
export interface Wishes {
  readonly hostname: string | undefined;
  readonly users: readonly (MailUser & { readonly commands: readonly string[] })[];
  readonly environment: Readonly<Record<string, string>>;
  /** Addresses of clients that may relay without a login. */
  readonly trusted: readonly string[];
  readonly zones: readonly Zone[];
  /** Shell commands to run before the start. */
  readonly commands: readonly string[];
}

/** The wishes to a reference server: they are shell commands, clients and zones. Throws for what it can't grant. */
export function changeOf({ hostname, users, environment, trusted, zones, commands }: Wishes): Change {
  if (Object.keys(environment).length > 0) {
    throw new TypeError('a reference server reads no environment: give it withSetting, or withCommand');
  }
  const before = [
    ...(hostname === undefined ? [] : [settingOf('myhostname', hostname)]),
    ...users.map(addUser),
    ...trusted.map((address) => `postconf -e "mynetworks=$(postconf -h mynetworks), "${shellQuoted(address)}`),
    ...commands,
  ];
  const own: readonly Zone[] = hostname === undefined ? [] : [addressOf(hostname)];
  return { before: before.join('\n'), vantagePoints: trusted.map(clientAt), zones: [...own, ...zones] };
}

/** The wishes to somebody's image: they are lines of its profile. Throws for what it can't grant. */
export function profileOf(profile: Profile, { hostname, users, environment, trusted, commands }: Wishes): Profile {
  if (commands.length > 0) {
    throw new TypeError(
      `only a reference server is changed by commands or settings; ${profile.name} has an environment`,
    );
  }
  if (trusted.length > 1) throw new TypeError(`one trusted client at most can be played with ${profile.name}`);
  const [user] = users;
  return {
    ...profile,
    hostname: hostname ?? profile.hostname,
    environment: { ...profile.environment, ...environment },
    user: user ?? profile.user,
    createUser: [...profile.createUser, ...users.flatMap((one) => one.commands)],
    offers: { ...profile.offers, trusted: trusted.length > 0 ? trusted : profile.offers.trusted },
  };
}

/** A shell command that sets a parameter of main.cf. */
export function settingOf(name: string, value: string): string {
  return `postconf -e ${shellQuoted(`${name}=${value}`)}`;
}

/** In Dovecot's file or in sasldb, whichever the server has; and an account, which takes mail. */
function addUser({ name, password, commands }: Wishes['users'][number]): string {
  const { domain } = referenceHost;
  const usual = `if [ -e /etc/dovecot/users ]; then
  printf '%s\\n' ${shellQuoted(`${name}@${domain}:{PLAIN}${password}`)} >>/etc/dovecot/users
else
  printf '%s\\n' ${shellQuoted(password)} | saslpasswd2 -p -c -u ${domain} ${shellQuoted(name)}
fi
id -u ${shellQuoted(name)} >/dev/null 2>&1 || useradd --create-home --shell /bin/false ${shellQuoted(name)}`;
  return commands.length > 0 ? commands.join('\n') : usual;
}

/** A client at an address of its own, with a name that points back to it. */
export function clientAt(address: string): VantagePoint {
  return { name: `client:${address}`, address, hostname: `client-${address.replaceAll('.', '-')}.outside.example` };
}

function addressOf(hostname: string): Zone {
  return { suffix: hostname, kind: 'records', records: [{ name: hostname, type: 'A', data: '192.0.2.1' }] };
}
