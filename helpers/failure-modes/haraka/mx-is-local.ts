import type { FailureMode } from '../../model/failure-mode';
import { triedAll } from './shared/next-server';

export const mode: FailureMode = {
  id: 'haraka/mx-is-local',
  kind: 'fault',
  title: 'Haraka passes over an MX of a domain, as that is itself',
  cause:
    'Without local_mx_ok it does not connect to its own addresses, and takes the domain’s next MX. Mail for a domain that is not in host_list, and whose only MX leads here, can go nowhere: “Tried all MXs” follows.',
  symptoms: {
    log: [
      {
        pattern: /MX \S+ is local, skipping since local_mx_ok=false/,
        specimen:
          '[INFO] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [outbound] MX mail.example.test is local, skipping since local_mx_ok=false',
        strength: 'names',
      },
      triedAll,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back.',
  },
  repair: {
    words: 'Take the domain into host_list, or set the server that has its mailboxes in smtp_forward.ini.',
    commands: ['cat config/host_list', 'grep -n local_mx_ok config/outbound.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/Outbound'],
};
