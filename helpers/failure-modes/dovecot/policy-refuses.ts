import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/policy-refuses',
  kind: 'fault',
  title: 'Dovecot’s policy server refuses a login, or does not answer',
  cause:
    'auth_policy_server_url names a server, such as weakforced, that is asked of every login. It refuses this client, or it is down or answers wrongly, or the URL or the template of the question can not be used.',
  symptoms: {
    log: [
      {
        pattern: /Authentication failure due to policy server refusal|Policy server (?:HTTP error|response|result)/,
        specimen:
          'dovecot: auth: Error: policy(alice@example.test,198.51.100.7): Policy server HTTP error: 404 Not Found',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern:
          /Could not parse url \S+: .*policy|Failed to expand auth policy template|Error reading policy server result/,
        specimen: 'dovecot: auth: Error: Error reading policy server result: Connection refused',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Ask the policy server why; without one, leave auth_policy_server_url empty.',
    commands: ['doveconf -n | grep auth_policy'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/auth/policy.html'],
};
