import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/worker-ends',
  kind: 'fault',
  follows: true,
  title: 'a worker of Haraka ends with an error',
  cause:
    'A plugin threw an error outside of its hooks, or its initialization failed; the lines before it say which. The master starts another.',
  symptoms: {
    log: [
      {
        pattern:
          /worker \d+ (?:exited with error code: [1-9]|killed by signal)|init_(?:child|master) returned error|Worker \d+ failed to shutdown|Disconnect never received by worker/,
        specimen: '[NOTICE] [-] [server] worker 1 exited with error code: 1',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'The connection is lost.',
  },
  repair: {
    words: 'See the error before; leave the plugin out to be sure.',
    commands: ['haraka -c . 2>&1 | grep -iE "error|crit"', 'cat config/plugins'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Plugins'],
};
