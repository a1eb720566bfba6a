import type { FailureMode } from '../../model/failure-mode';
import { bindFailed, loginFailed } from './shared/login-failed';

export const mode: FailureMode = {
  id: 'courier/wrong-password',
  kind: 'client',
  common: true,
  title: 'Courier refuses a user name or a password',
  cause:
    'authdaemond has asked its modules, and none takes the user with this password; or it could not ask, as a line of its own then says. Names are as the module has them: userdb and MySQL often whole addresses, PAM bare ones.',
  symptoms: {
    log: [
      {
        pattern: /error,.*535 Authentication failed/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,port=4711,msg="535 Authentication failed.",cmd: AUTH PLAIN',
        strength: 'names',
      },
      {
        pattern: /authpam: pam_authenticate failed, result /,
        specimen: 'authdaemond[41]: authpam: pam_authenticate failed, result 7 [Hint: bad user name or password]',
        strength: 'suggests',
        alternative: true,
      },
      bindFailed,
      {
        // Courier’s other servers.
        pattern: loginFailed.pattern,
        specimen: loginFailed.specimen,
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern:
          /supplied password does not match (?:clearpasswd|encrypted password)|Password for \S+ does not match|no password available to compare for |authdaemond: pam_authenticate failed|authpam: username '[^']*' not found/,
        specimen: 'authdaemond: supplied password does not match clearpasswd',
        strength: 'names',
        program: /^(?:auth|courier|imapd|pop3d)/,
        alternative: true,
      },
    ],
    facts: [],
    client: '535 Authentication failed.',
  },
  repair: {
    words: 'Ask authdaemond by hand; with DEBUG_LOGIN=1 it logs what it did.',
    commands: [
      'authtest -s smtp alice@example.test',
      'grep -nE "^(authmodulelist|DEBUG_LOGIN)" /etc/courier/authdaemonrc',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/authlib/README_authlib.html'],
};
