import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/mailname-unusable',
  kind: 'fault',
  title: 'myorigin names a file for the domain of mail, and it can’t be opened or is empty',
  cause:
    'Debian sets myorigin = /etc/mailname: Postfix reads the name from that file. An image or a clean-up has left it out, or made it empty, or it is closed to the program’s user, and every program of Postfix that needs it ends.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:\/etc\/mailname: cannot open file: |\w+ file \/\S+ is empty$)/,
        specimen: 'postfix/sendmail[9]: fatal: myorigin file /etc/mailname is empty',
        strength: 'names',
      },
      {
        pattern: /(?:^|: )fatal: \/etc\/mailname: cannot open file: No such file or directory/,
        specimen: 'sendmail: fatal: /etc/mailname: cannot open file: No such file or directory',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing is taken',
  },
  repair: {
    words: 'Write the domain into it, or set myorigin to it.',
    commands: [
      'ls -l /etc/mailname',
      'hostname -f >/etc/mailname',
      "postconf -e 'myorigin = $mydomain'",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "rm -f /etc/mailname; postconf -e 'myorigin = /etc/mailname'",
    provoke: [],
    repair: 'postconf -X myorigin',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#myorigin'],
};
