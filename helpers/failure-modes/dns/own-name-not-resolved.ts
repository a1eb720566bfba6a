import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'dns/own-name-not-resolved',
  kind: 'fault',
  title: 'the machine’s own name is not found, and Postfix’s local ends',
  cause:
    'Delivery to a Maildir writes the machine’s name into the name of the file. /etc/hostname holds a name that neither /etc/hosts nor DNS knows, often after the machine was renamed.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: gethostbyname: /,
        specimen: 'postfix/local[9]: fatal: gethostbyname: Success',
        strength: 'names',
        program: programOf('(?:local|virtual)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words: 'Give the name a line in /etc/hosts.',
    commands: [
      'hostname; hostname -f',
      'getent hosts "$(hostname)"',
      'echo "127.0.1.1 mail.example.test mail" >>/etc/hosts',
      'postqueue -f',
    ],
  },
  unreproduced: 'Its line is that of a public report; the images all have a name.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/local.8.html'],
};
