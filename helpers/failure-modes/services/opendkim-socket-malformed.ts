import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-socket-malformed',
  kind: 'fault',
  title: 'OpenDKIM’s Socket is nothing that it can listen on',
  cause:
    'Socket in opendkim.conf, or -p, is neither inet:8891@localhost nor local:/path: a word or half of the setting is left, as scripts and defaults of Debian (/etc/default/opendkim) make of it. OpenDKIM ends, and Postfix puts mail off or lets it pass unsigned.',
  symptoms: {
    log: [
      {
        pattern:
          /OpenDKIM Filter: (?:unknown socket type|Unable to create listening socket on conn (?!inet|local|unix))/,
        specimen: 'opendkim[90]: OpenDKIM Filter: unknown socket type smtp',
        strength: 'names',
      },
      {
        // A quote is missing in the file of settings, and systemd drops the assignment.
        pattern: /Ignoring invalid environment assignment '?SOCKET=.*opendkim/,
        specimen:
          "systemd[1]: Ignoring invalid environment assignment 'SOCKET=inet:8891@localhost': /etc/default/opendkim",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later, or nothing',
  },
  repair: {
    words: 'Write one Socket line, and what smtpd_milters has the same.',
    commands: [
      'grep -n Socket /etc/opendkim.conf /etc/default/opendkim',
      'sed -i "s/^Socket.*/Socket inet:8891@localhost/" /etc/opendkim.conf',
      'postconf -e smtpd_milters=inet:localhost:8891',
      'systemctl restart opendkim postfix',
    ],
  },
  unreproduced: 'The image has no OpenDKIM.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/LukeSmithxyz/emailwiz/issues/42'],
};
