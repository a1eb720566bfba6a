import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/auth-proxy-knows-no-domain',
  kind: 'fault',
  title: 'a user of Haraka logs in with a name of whose domain auth_proxy knows no server',
  cause:
    'auth/auth_proxy asks the server of the user’s domain. The user gives a name without a domain, or a domain that auth_proxy.ini lacks under [domains].',
  symptoms: {
    log: [
      {
        pattern:
          /\[auth\/auth_proxy\] AUTH user="[^"]*" error="(?:not in required format|domain '[^']*' is not defined)/,
        specimen:
          '[ERROR] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E] [auth/auth_proxy] AUTH user="alice@example.test" error="domain \'example.test\' is not defined"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Authentication failed',
  },
  repair: {
    words: 'Log in with the whole address; name the domain’s server.',
    commands: ['cat config/auth_proxy.ini   # [domains] and example.test = 192.0.2.40:587'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/auth/auth_proxy'],
};
