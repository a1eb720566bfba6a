import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/mailbox-limit-below-message-limit',
  kind: 'fault',
  title: 'the limit of a mailbox is below message_size_limit, and local or virtual refuses to work',
  cause:
    'Somebody raised message_size_limit above the 51200000 bytes that mailbox_size_limit has unless set, or lowered the ' +
    'latter. local (and virtual, with virtual_mailbox_limit) ends each time: mail is taken and stays in the queue.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:main\.cf )?configuration error: \w+_limit is smaller than \w+_limit$/,
        specimen:
          'postfix/local[73]: fatal: configuration error: mailbox_size_limit is smaller than message_size_limit',
        strength: 'names',
        program: programOf('(?:local|virtual)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Raise the limit of mailboxes to the other one at least; 0 is no limit.',
    commands: [
      'postconf mailbox_size_limit virtual_mailbox_limit message_size_limit',
      'postconf -e mailbox_size_limit=0 virtual_mailbox_limit=0',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: 'postconf -e mailbox_size_limit=1000',
    provoke: [mailToLocalUser],
    repair: 'postconf -X mailbox_size_limit',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [parameterManual('mailbox_size_limit'), parameterManual('virtual_mailbox_limit')],
};
