import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginOfUser, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { asksForNoMail } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-file-missing',
  kind: 'fault',
  title: 'PAM finds no usable rules for smtp, or can’t read a file that they include',
  cause:
    '/etc/pam.d/smtp was copied from another system: CentOS has password-auth and system-auth to include, Debian common-auth and common-account. Or there are no rules at all, neither for smtp nor in /etc/pam.d/other, as in small images; or who runs saslauthd may not read them. PAM refuses everybody then.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^PAM _pam_load_conf_file: unable to open (?:config for )?\S+$/,
        'PAM _pam_load_conf_file: unable to open config for /etc/pam.d/system-auth',
        'names',
      ),
      verificationFailed,
      loginRefused,
      {
        pattern: /\[mech=pam\] \[reason=PAM start error\]$|PAM no modules loaded for /,
        specimen: "saslauthd[9]: PAM no modules loaded for `smtp' service",
        strength: 'names',
        program: asksForNoMail,
        alternative: true,
      },
      {
        // Said where /etc/pam.d/other is missing, though that for smtp be there.
        pattern: /PAM _pam_init_handlers: no default config /,
        specimen: 'saslauthd[9]: PAM _pam_init_handlers: no default config other',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Include the files of this system.',
    commands: [
      'ls -l /etc/pam.d/smtp /etc/pam.d/other; cat /etc/pam.d/smtp',
      "printf '@include common-auth\\n@include common-account\\n' >/etc/pam.d/smtp   # CentOS: auth include password-auth, account include password-auth",
    ],
  },
  reproduction: {
    inject: `${asksPam}
printf 'auth include no-such-auth\\naccount include no-such-auth\\n' >/etc/pam.d/smtp`,
    provoke: [loginOfUser],
    repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: [saslManual],
};
