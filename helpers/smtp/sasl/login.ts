import type { SaslMechanism } from './mechanism';

/** LOGIN, never more than a draft: the user, then the password. Prompts differ from server to server, so their order counts. */
export function login({ user, password }: { readonly user: string; readonly password: string }): SaslMechanism {
  const responses = [user, password];
  return {
    name: 'LOGIN',
    secrets: [password],
    initialResponse: undefined,
    respond: () => Buffer.from(responses.shift() ?? ''),
  };
}
