import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/start-script-runs-once',
  kind: 'fault',
  title: 'dpkg-statoverride is told again what it knows, as by a start script that runs for the second time',
  cause:
    'The start script of a container does again what it did at the first start: registers what is registered, appends lines that are there, makes users that exist. With `set -e` it ends there, and the mail server does not come up after a restart of the container. Typed by hand, the command does no harm.',
  symptoms: {
    log: [
      {
        pattern: /^error: an override for '\S+saslauthd' already exists; aborting$/,
        specimen:
          "dpkg-statoverride: error: an override for '/var/spool/postfix/var/run/saslauthd' already exists; aborting",
        strength: 'names',
        program: /^dpkg-statoverride$/,
      },
    ],
    facts: [],
    client: 'Connection refused: nothing runs.',
  },
  repair: {
    words: 'Write files whole instead of appending, ask before making, and let what exists be.',
    commands: [
      'dpkg-statoverride --list /var/spool/postfix/var/run/saslauthd || dpkg-statoverride --add root sasl 710 /var/spool/postfix/var/run/saslauthd',
    ],
  },
  unreproduced: 'It is a mistake in the start scripts of other images; ours has nothing that runs once.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/bokysan/docker-postfix/pull/127',
    'https://github.com/wader/postfix-relay/issues/179',
  ],
};
