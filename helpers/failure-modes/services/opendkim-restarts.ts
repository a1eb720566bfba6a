import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-restarts',
  kind: 'fault',
  title: 'OpenDKIM or OpenDMARC ends and restarts itself, until it gives up',
  cause:
    'With AutoRestart the program starts itself anew after each end, and stays down when AutoRestartRate is passed. By a signal it is a bug met by some mail, a library of another version, memory that runs out or somebody’s kill; with a status it is an error that it has logged before, such as a socket that it can’t make. Postfix then finds nobody at the milter’s address.',
  symptoms: {
    log: [
      {
        pattern:
          /maximum restart (?:rate|count) exceeded|terminated with signal \d+, restarting|exited with status \d+, restarting/,
        specimen: 'opendkim[12]: terminated with signal 11, restarting',
        strength: 'names',
        program: /^open(?:dkim|dmarc|arc)$/,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later; or nothing',
  },
  repair: {
    words: 'Mend what it logged before; after a signal update the program, and let mail pass without it meanwhile.',
    commands: [
      'journalctl -u opendkim --no-pager | tail -40',
      'coredumpctl list opendkim; journalctl -k | grep -i "killed process"',
      'postconf -e milter_default_action=accept; systemctl reload postfix',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MILTER_README.html#errors'],
};
