import type { UnwrappedLine } from './log/unwrap-line';

/**
 * What a line of smtpd tells of a client's logins: that one was refused, that one was accepted, or that the session has
 * ended. `client` is the name and address; Cyrus SASL's own warnings don't have it.
 */
export type LoginEvent =
  | { readonly kind: 'refused'; readonly client: string | undefined }
  | { readonly kind: 'accepted'; readonly client: string }
  | { readonly kind: 'ended'; readonly client: string; readonly accepted: number; readonly refused: number };

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
    return { kind: 'refused', client: undefined };
  // warning: client.example.org[192.0.2.1]: SASL PLAIN authentication failed: authentication failure
  const client = /^warning: (\S+\[[^\]\s]+\]): SASL \S+ authentication failed:/.exec(message)?.[1];
  return client === undefined ? undefined : { kind: 'refused', client };
}

function acceptedLogin(message: string): LoginEvent | undefined {
  // B8C341767CC: client=client.example.org[192.0.2.1], sasl_method=PLAIN, sasl_username=alice@example.test
  const client = /^\w+: client=(\S+), sasl_method=/.exec(message)?.[1];
  return client === undefined ? undefined : { kind: 'accepted', client };
}

function endedSession(message: string): LoginEvent | undefined {
  // disconnect from client.example.org[192.0.2.1] ehlo=1 auth=1/2 quit=1 commands=3/4
  const client = /^disconnect from (\S+\[[^\]\s]+\])/.exec(message)?.[1];
  if (client === undefined) return undefined;
  const [, count = '0', all = count] = / auth=(\d+)(?:\/(\d+))?/.exec(message) ?? [];
  return { kind: 'ended', client, accepted: Number(count), refused: Number(all) - Number(count) };
}
