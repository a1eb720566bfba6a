import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/listen-malformed',
  kind: 'fault',
  title: 'Haraka can not read the addresses at which it is to listen',
  cause: 'listen in smtp.ini wants address:port, IPv6 in brackets, several with commas.',
  symptoms: {
    log: [
      {
        pattern: /Invalid "listen" format in smtp\.ini|Invalid format for listen in http\.ini/,
        specimen: '[ERROR] [-] [server] Invalid "listen" format in smtp.ini: 25',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Write [::0]:25,[::0]:587.',
    commands: ['grep -n listen config/smtp.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/CoreConfig'],
};
