import type { FactSign, LogSign, ServerFacts } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { opposite } from './facts';
import { refusal } from './log-signs';
import { readNetwork } from './networks';
import { recipientListFact, refusesUsers, wordsOf } from './restriction-lists';
import { areAll, smtpdSetting } from './service-settings';

/** Addresses of machines and containers of the own network. */
export const privateIpv4 = '(?:10|127|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.[\\d.]+';

export const privateIpv6 = '(?:IPv6:)?(?:::1|f[cde][\\da-f]{2}:[\\da-f:]*)';

/** An address of which no public DNS tells. */
export const privateAddress = new RegExp(`^(?:${privateIpv4}|${privateIpv6})$`, 'i');

/** Either of them, to a client with such an address. */
export function denied(address: string, client = '198.51.100.7', replied = '554 5.7.1', reply = refusal): LogSign {
  return {
    pattern: new RegExp(
      `^\\w+: reject: RCPT from [^\\s[]+\\[${address}\\](?::\\d+)?: ${reply}<(?:.*@(?<domain>[^@>]+)|.*)>: Relay access(?: denied(?:;|$)|$)`,
      'i',
    ),
    specimen: `postfix/smtpd[9405]: NOQUEUE: reject: RCPT from client.outside.example[${client}]: ${replied} <x@elsewhere.example>: Relay access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
    strength: 'suggests',
    program: smtpdProgram,
  };
}

/** The domain that the server calls its own. */
export function ownDomain({ mainCf, hostname }: ServerFacts): string | undefined {
  return (mainCf?.get('mydomain')?.value ?? hostname?.replace(/^[^.]+\./, ''))?.toLowerCase();
}

/** Whether the recipient's domain is the server's own name, or a parent of it; undefined where nobody has looked it up. */
function isOwn({ groups }: RegExpExecArray, facts: ServerFacts): boolean | undefined {
  const own = [ownDomain(facts), facts.hostname?.toLowerCase()].filter((name) => name !== undefined);
  const asked = groups?.domain?.toLowerCase() ?? '';
  if (own.length === 0) return undefined;
  return own.some((name) => name === asked || (name.endsWith(`.${asked}`) && asked.includes('.')));
}

/** Of such lines those whose recipient is at the server's own domain. */
export function ofOwnDomain(sign: LogSign): LogSign {
  return { ...sign, applies: (match, facts) => isOwn(match, facts) ?? true };
}

/** Of such lines those whose recipient is elsewhere: at its own domain, it is the server that is wrong. */
export function ofElsewhere(sign: LogSign): LogSign {
  return { ...sign, applies: (match, facts) => !isOwn(match, facts) };
}

/** Of such lines those whose client is in mynetworks, or may be; or, `trusted` being false, those whose client is not, or may not be. */
export function ofClients(trusted: boolean, sign: LogSign): LogSign {
  return {
    ...sign,
    applies: (match, facts) =>
      (sign.applies?.(match, facts) ?? true) && (isInMynetworks(match[0], facts) ?? trusted) === trusted,
  };
}

/** Undefined where mynetworks is not set or names more than addresses, and of a client by IPv6. */
function isInMynetworks(line: string, facts: ServerFacts): boolean | undefined {
  const address = /\[(\d+\.[\d.]+)\]/.exec(line)?.[1];
  const networks = wordsOf(facts, 'mynetworks')?.map(readNetwork) ?? [];
  const isKnown = networks.length > 0 && networks.every(({ family }) => family !== 0);
  return isKnown && address !== undefined ? networks.some(({ contains }) => contains(address)) : undefined;
}

/** A recipient elsewhere is refused for good to a stranger: the client's own network is another story. */
export const strangerDenied554 = denied(
  `(?!(?:${privateIpv4}|${privateIpv6})\\])[^\\]]+`,
  '198.51.100.7',
  '554 5.7.1',
  refusal.replace('[45]', '5'),
);

/** A recipient elsewhere is put off: the list ends in defer_unauth_destination. */
export const strangerDenied454 = denied(
  `(?!(?:${privateIpv4}|${privateIpv6})\\])[^\\]]+`,
  '198.51.100.7',
  '454 4.7.1',
  refusal.replace('[45]', '4'),
);

/** Either of them, to whomever. */
export const relayDenied = denied('[^\\]]+');

const usersRefused = recipientListFact('a list for recipients refuses before it permits a login', refusesUsers);

/** Where nobody can log in, lists that permit no login are as they are meant to be. */
export const loginsAreOn = smtpdSetting(
  'an smtpd offers AUTH',
  'postconf smtpd_sasl_auth_enable; postconf -P | grep sasl_auth_enable',
  (get, _service, { masterCf }) =>
    get('smtpd_sasl_auth_enable') === 'yes' || (masterCf && areAll(masterCf) ? false : undefined),
);

const usersPermitted = opposite(usersRefused, 'both lists for recipients permit a login before they refuse');

/** The lists are right: who logs in may relay. */
export const usersMayRelay: FactSign = {
  ...usersPermitted,
  holds: (facts) => {
    const permitted = usersPermitted.holds(facts);
    return permitted === false && loginsAreOn.holds(facts) !== true ? undefined : permitted;
  },
};
