import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginOfUser, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { asksForNoMail, pamSaidNo } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-module-missing',
  kind: 'fault',
  title: 'PAM’s rules name a module that is not installed or can’t be loaded',
  cause:
    '/etc/pam.d/smtp, or a file that it includes, names a module such as pam_mysql.so, and PAM can’t load it: the package is missing in the image, or it was built against other libraries. Unless its control word is optional or sufficient, a module that can’t be loaded refuses everybody.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^PAM unable to dlopen\(\S+\): /,
        'PAM unable to dlopen(pam_mysql.so): /lib/security/pam_mysql.so: cannot open shared object file: No such file or directory',
        'names',
      ),
      fromSaslauthd(/^PAM adding faulty module: /, 'PAM adding faulty module: pam_mysql.so', 'names'),
      fromSaslauthd(
        /^DEBUG: auth_pam: pam_authenticate failed: Module is unknown$/,
        'DEBUG: auth_pam: pam_authenticate failed: Module is unknown',
        'accompanies',
      ),
      pamSaidNo,
      verificationFailed,
      loginRefused,
      {
        // Of any program that asks PAM, older words too.
        pattern:
          /(?:^|: )(?:\(?pam_\w+\)? )?PAM (?:unable to dlopen\(|adding faulty module: |\[(?:error|dlerror): \S+: (?:undefined symbol|cannot open shared object))/,
        specimen: 'authdaemond: PAM unable to dlopen(/lib/security/pam_foreground.so)',
        strength: 'names',
        program: asksForNoMail,
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Install the module, or ask another one. saslauthd reads the rules anew with every login.',
    commands: ['grep -r . /etc/pam.d/smtp', 'yum install pam_mysql   # Debian: apt-get install libpam-mysql'],
  },
  reproduction: {
    inject: `${asksPam}
printf 'auth required pam_mysql.so user=mail\\naccount required pam_mysql.so user=mail\\n' >/etc/pam.d/smtp`,
    provoke: [loginOfUser],
    repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: [saslManual],
};
