import type { UnwrappedLine } from './log/unwrap-line';

/**
 * What a line of smtpd tells of a client's logins: that one was refused, that one was accepted, or that the session has
 * ended. `client` is a number for its name and address; Cyrus SASL's own warnings don't have them.
 */
export interface LoginEvent {
  readonly kind: (typeof loginKinds)[number];
  readonly client: number;
  /** How many logins of the session that has ended were accepted, and how many were not. */
  readonly accepted: number;
  readonly refused: number;
}

/** All kinds. */
export const loginKinds = ['refused', 'accepted', 'ended'] as const;

/** The most logins of a session that are counted. */
const mostCounted = 0x7fff;

/** Stands for the client where a line doesn't tell it. */
export const unknownClient = 0;

/** Texts of which each such line has one. */
export const loginTexts = [', sasl_method=', 'disconnect from ', 'authentication fail', 'authentication prob'] as const;

/** Reads a line of smtpd; undefined where it tells nothing of the kind. */
export function loginEvent({ program, message }: UnwrappedLine): LoginEvent | undefined {
  if (program !== undefined && !program.endsWith('smtpd')) return undefined;
  if (message.startsWith('warning: ')) return refusedLogin(message);
  return message.startsWith('disconnect from ') ? endedSession(message) : acceptedLogin(message);
}

function refusedLogin(message: string): LoginEvent | undefined {
  // warning: SASL authentication failure: Password verification failed. One of several methods that can’t be asked is a fault
  // of the server all the same when the next one lets the user in: pwcheck_method: saslauthd auxprop.
  if (/^warning: SASL authentication (?:failure|problem): (?!cannot connect to saslauthd server)/.test(message))
    return { kind: 'refused', client: unknownClient, accepted: 0, refused: 0 };
  // warning: client.example.org[192.0.2.1]: SASL PLAIN authentication failed: authentication failure
  const client = /^warning: (\S+\[[^\]\s]+\]): SASL \S+ authentication failed:/.exec(message)?.[1];
  return client === undefined ? undefined : { kind: 'refused', client: numberOf(client), accepted: 0, refused: 0 };
}

function acceptedLogin(message: string): LoginEvent | undefined {
  // B8C341767CC: client=client.example.org[192.0.2.1], sasl_method=PLAIN, sasl_username=alice@example.test
  const client = /^\w+: client=(\S+), sasl_method=/.exec(message)?.[1];
  return client === undefined ? undefined : { kind: 'accepted', client: numberOf(client), accepted: 0, refused: 0 };
}

function endedSession(message: string): LoginEvent | undefined {
  // disconnect from client.example.org[192.0.2.1] ehlo=1 auth=1/2 quit=1 commands=3/4
  const client = /^disconnect from (\S+\[[^\]\s]+\])/.exec(message)?.[1];
  if (client === undefined) return undefined;
  const [, count = '0', all = count] = / auth=(\d+)(?:\/(\d+))?/.exec(message) ?? [];
  const accepted = Number(count);
  return {
    kind: 'ended',
    client: numberOf(client),
    accepted: counted(accepted),
    refused: counted(Number(all) - accepted),
  };
}

function counted(logins: number): number {
  return Math.max(0, Math.min(logins, mostCounted));
}

/** The same number for a client whose bytes stand there. */
export function clientNumber(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash === unknownClient ? 1 : hash;
}

/** Numbers are compared, and passed between threads, more cheaply; that two clients of one session have the same is most unlikely. */
function numberOf(client: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < client.length; index++) hash = Math.imul(hash ^ client.charCodeAt(index), 0x01000193);
  return hash === unknownClient ? 1 : hash;
}
