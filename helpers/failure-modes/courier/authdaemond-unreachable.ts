import type { FailureMode } from '../../model/failure-mode';
import { couldNotAsk, loginFailed } from './shared/login-failed';
import { addressUnavailable } from './shared/refusals';

export const mode: FailureMode = {
  id: 'courier/authdaemond-unreachable',
  kind: 'fault',

  title: 'authdaemond can not be asked',
  cause:
    'authdaemond does not run, all its processes are busy, or its socket is closed for the user of the program that asks. Postfix asks it by Cyrus SASL, and finds the socket only where authdaemond_path says, and inside its chroot. Nobody gets in, whatever the password.',
  symptoms: {
    log: [
      {
        pattern: /authdaemon: s_connect\(\) failed: /,
        specimen: 'courieresmtpd: authdaemon: s_connect() failed: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /authentication error: (?:No such file or directory|Connection refused|Permission denied)/,
        specimen: 'imapd-ssl: authentication error: No such file or directory',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /cannot connect to Courier authdaemond: /,
        specimen:
          'postfix/smtpd[12]: warning: SASL authentication failure: cannot connect to Courier authdaemond: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      addressUnavailable,
      couldNotAsk,
      loginFailed,
    ],
    facts: [],
    client: '454 Temporary authentication failure, or 535 Authentication failed.',
  },
  repair: {
    words: 'Start it, and open the way to its socket.',
    commands: [
      'systemctl enable --now courier-authdaemon',
      'ls -ld /run/courier/authdaemon /run/courier/authdaemon/socket',
      'grep -n authdaemond_path /etc/postfix/sasl/smtpd.conf /etc/sasl2/smtpd.conf; postconf -F smtp/inet/chroot   # Postfix',
      'grep -n ^daemons /etc/courier/authdaemonrc',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/authlib/README_authlib.html'],
};
