import type { FactSign, FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, loginOfUser, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { pamFailed, pamSaidNo } from './shared/pam';
import { answersNo } from './shared/testsaslauthd';

const ownRules: FactSign = {
  words: '/etc/pam.d/smtp is there, and not the one of 76 bytes that CentOS’s postfix brings',
  look: 'ls -lL /etc/pam.d/smtp',
  holds: ({ files }) => {
    const rules = files.get('/etc/pam.d/smtp');
    return rules && rules.kind === 'file' && rules.size !== 76;
  },
};

export const mode: FailureMode = {
  id: 'saslauthd/pam-refuses',
  kind: 'fault',
  title: 'PAM’s rules for the service smtp let nobody in',
  cause:
    'saslauthd asks PAM for the service named smtp: /etc/pam.d/smtp where it exists, else /etc/pam.d/other. These ' +
    'rules deny, often because the file was written for the name smtpd, or because `other` is pam_deny. No module ' +
    'says why; where pam_unix had refused the password there would be a line of its own.',
  symptoms: {
    log: [pamFailed, pamSaidNo, verificationFailed, loginRefused, answersNo],
    facts: [ownRules],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Write /etc/pam.d/smtp so that it asks what keeps the passwords, and test it without Postfix.',
    commands: [
      "printf 'auth include password-auth\\naccount include password-auth\\n' >/etc/pam.d/smtp   # Debian: @include common-auth, @include common-account",
      'testsaslauthd -u alice -p secret -s smtp',
    ],
  },
  reproduction: {
    inject: `${asksPam}
printf 'auth required pam_deny.so\\naccount required pam_deny.so\\n' >/etc/pam.d/smtp`,
    provoke: [loginOfUser],
    repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: [saslManual, 'https://www.postfix.org/SASL_README.html#saslauthd'],
};
