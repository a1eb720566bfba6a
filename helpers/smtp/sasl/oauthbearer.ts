import type { SaslMechanism } from './mechanism';
import { saslName } from './scram';

/** What the mechanisms that take an OAuth 2.0 access token need. */
export interface TokenCredentials {
  readonly user: string;
  readonly accessToken: string;
}

/** OAUTHBEARER, RFC 7628 section 3.1. A refusal comes as a challenge, to which the answer is one ^A (section 3.2.3). */
export function oauthBearer({ user, accessToken }: TokenCredentials): SaslMechanism {
  return {
    name: 'OAUTHBEARER',
    secrets: [accessToken],
    // In an authorization identity comma and equals sign are written as codes (RFC 5801 section 4).
    initialResponse: Buffer.from(`n,a=${saslName(user)},\x01auth=Bearer ${accessToken}\x01\x01`),
    respond: () => Buffer.from('\x01'),
  };
}
