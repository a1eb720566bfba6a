import { createHmac } from 'node:crypto';
import type { SaslMechanism } from './mechanism';

/** CRAM-MD5, RFC 2195 section 2: the challenge signed with the password. */
export function cramMd5({ user, password }: { readonly user: string; readonly password: string }): SaslMechanism {
  return {
    name: 'CRAM-MD5',
    secrets: [password],
    initialResponse: undefined,
    respond: (challenge) => Buffer.from(`${user} ${createHmac('md5', password).update(challenge).digest('hex')}`),
  };
}
