import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/postscreen-without-smtpd',
  kind: 'fault',
  title: 'postscreen finds no smtpd to which it could hand a client',
  cause:
    'postscreen tests clients and hands those that pass to the service smtpd of type pass (postscreen’s parameter smtpd_service_name). Its line in master.cf, `smtpd pass`, is commented out still, as it is in the file that comes with Postfix, or is not private. Connection refused: a socket is there and master does not listen at it, since the line was taken out later, or master itself has ended. Every client that passes gets 421.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:psc_send_socket: )?cannot connect to service \S+: (?:No such file|Connection refused)/,
        specimen:
          'postfix/postscreen[2001]: warning: cannot connect to service private/smtpd: No such file or directory',
        strength: 'names',
        program: programOf('postscreen'),
      },
    ],
    facts: [],
    client: '421 4.3.2 All server ports are busy, or 421 4.3.2 No system resources',
  },
  repair: {
    words: 'Take the comment sign away from smtpd pass, and reload; where the line is there, see whether master runs.',
    commands: [
      'postconf -M smtpd/pass; postconf smtpd_service_name; postfix status; ls -l /var/spool/postfix/private/smtpd',
      "sed -i -E 's/^#(smtpd +pass )/\\1/' /etc/postfix/master.cf",
      'systemctl reload postfix   # restart, where master has ended',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/POSTSCREEN_README.html#enable',
    'https://www.postfix.org/postconf.5.html#smtpd_service_name',
  ],
};
