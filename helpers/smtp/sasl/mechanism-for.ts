import { anonymous } from './anonymous';
import { cramMd5 } from './cram-md5';
import { digestMd5 } from './digest-md5';
import { external } from './external';
import { login } from './login';
import type { SaslMechanism } from './mechanism';
import { oauthBearer } from './oauthbearer';
import { plain } from './plain';
import { type ChannelBinding, scram, scramHashes } from './scram';
import { xoauth2 } from './xoauth2';

/** A user as the mechanisms need it; each takes what it knows. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** The server's name, for DIGEST-MD5. */
  readonly host: string;
  readonly realm?: string | undefined;
  readonly authorizationId?: string | undefined;
  /** For XOAUTH2 and OAUTHBEARER, which no password serves. */
  readonly accessToken?: string | undefined;
  /** The TLS session, for the SCRAM-…-PLUS mechanisms: see `WireSession.channelBinding`. */
  readonly channelBinding?: ChannelBinding | undefined;
}

/**
 * A fresh mechanism for one exchange; undefined where this client lacks it, or the credentials lack the token that it needs.
 * The name in any letter case. EXTERNAL is here without a certificate too, unlike in `send`: that a server lets in nobody who
 * shows none is worth a test.
 *
 * @example
 * const plain = mechanismFor('PLAIN', { user: 'carol', password: 'secret', host: server.hostname });
 * if (plain) await session.authenticate(plain);
 */
export function mechanismFor(name: string, credentials: Credentials): SaslMechanism | undefined {
  return factories[name.toUpperCase()]?.(credentials);
}

/** The names of all that this client speaks. */
export function mechanismNames(): readonly string[] {
  return Object.keys(factories);
}

const factories: Readonly<Record<string, (credentials: Credentials) => SaslMechanism | undefined>> = {
  PLAIN: plain,
  LOGIN: login,
  'CRAM-MD5': cramMd5,
  'DIGEST-MD5': digestMd5,
  ...Object.fromEntries(
    (Object.keys(scramHashes) as (keyof typeof scramHashes)[]).flatMap((name) => [
      [name, ({ channelBinding: _, ...credentials }: Credentials) => scram(name, credentials)],
      [`${name}-PLUS`, (given: Credentials) => (given.channelBinding ? scram(name, given) : undefined)],
    ]),
  ),
  ANONYMOUS: ({ user }) => anonymous(user),
  EXTERNAL: ({ authorizationId }) => external(authorizationId),
  XOAUTH2: ({ user, accessToken }) => (accessToken === undefined ? undefined : xoauth2({ user, accessToken })),
  OAUTHBEARER: ({ user, accessToken }) => (accessToken === undefined ? undefined : oauthBearer({ user, accessToken })),
};
