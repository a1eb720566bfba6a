import type { SaslMechanism } from './mechanism';

/** What PLAIN sends. `authorizationId`: whom the user wants to act as, nobody else by default. */
export interface PlainCredentials {
  readonly user: string;
  readonly password: string;
  readonly authorizationId?: string | undefined;
}

/** PLAIN, RFC 4616: all in one message, separated by NUL. */
export function plain({ user, password, authorizationId = '' }: PlainCredentials): SaslMechanism {
  return {
    name: 'PLAIN',
    secrets: [password],
    initialResponse: Buffer.from(`${authorizationId}\0${user}\0${password}`),
    respond: () => Buffer.alloc(0),
  };
}
