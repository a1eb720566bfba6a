import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/connection-forbidden',
  kind: 'client',
  title: 'the machine’s own policy keeps a program from connecting to the mail server',
  cause:
    'SELinux lets a web server’s programs open no connection of their own unless told so: that is the usual case on Red Hat’s systems, and `permission denied` is what they get. A profile of AppArmor or of a container, a route of type prohibit, a virus scanner on Windows, or a hosting panel’s rule for outgoing mail (WHM’s SMTP restrictions, CSF’s SMTP_BLOCK) does the same. From a shell the same connection often works.',
  symptoms: {
    log: [
      {
        pattern:
          /\[Permission denied #13\]|(?:Failed to connect to server|Unable to connect to (?!unix:|\/)\S+)(?: |: )\(?Permission denied(?: \(13\)|\))|connect EACCES \S+:(?:25|465|587)|(?:stream_socket_client|fsockopen)\(\): (?!.*unix:).*\(Permission denied\)/,
        specimen: 'Connection could not be established with host smtp.example.test [Permission denied #13]',
        strength: 'names',
      },
      {
        // msmtp.
        pattern: /cannot connect to \S+, port \d+: Permission denied/,
        specimen: 'msmtp: cannot connect to smtp.example.test, port 587: Permission denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words:
      'SELinux: permit it; a panel: switch its restriction off for this user, or send by the machine’s own mail server.',
    commands: [
      'getsebool httpd_can_sendmail httpd_can_network_connect',
      'setsebool -P httpd_can_sendmail 1 httpd_can_network_connect 1',
      'ausearch -m avc -ts recent',
      'aa-status; ip route show type prohibit',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    'https://linux.die.net/man/8/httpd_selinux',
  ],
};
