import type { SaslMechanism } from './mechanism';
import type { TokenCredentials } from './oauthbearer';

/** XOAUTH2, what Gmail and Outlook had before OAUTHBEARER. A refusal comes as a challenge, to which the answer is empty. */
export function xoauth2({ user, accessToken }: TokenCredentials): SaslMechanism {
  return {
    name: 'XOAUTH2',
    secrets: [accessToken],
    initialResponse: Buffer.from(`user=${user}\x01auth=Bearer ${accessToken}\x01\x01`),
    respond: () => Buffer.alloc(0),
  };
}
