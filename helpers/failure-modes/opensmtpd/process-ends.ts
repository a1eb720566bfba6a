import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/process-ends',
  kind: 'fault',
  follows: true,
  title: 'a process of OpenSMTPD ends, and the whole server with it',
  cause:
    'The server is several processes (lka, queue, scheduler, dispatcher, ca); where one ends all do. The line before, with fatal, says why: a table’s program, a filter, a right, a full disk.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warn: )?lost child: \S+|fatal: process \S+ socket closed|fatal: exited event loop|table-api: pipe closed/,
        specimen: 'smtpd[53]: warn: lost child: lookup terminated; signal 11',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Start it in the foreground and see its last line.',
    commands: ['smtpd -dv', 'journalctl -u opensmtpd -n 50'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.8'],
};
