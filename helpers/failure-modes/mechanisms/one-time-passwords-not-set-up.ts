import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'mechanisms/one-time-passwords-not-set-up',
  kind: 'noise',
  title: 'the one-time passwords of the plug-in OTP are not set up',
  cause:
    'The plug-in OTP is installed, is offered, and has no database: OPIE’s /etc/opiekeys is not there, or not readable. A client that picks OTP fails.',
  symptoms: {
    log: [
      {
        pattern: /OTP unavailable because can.t read\/write key database/,
        specimen:
          "postfix/smtpd[9]: warning: SASL authentication failure: OTP unavailable because can't read/write key database /etc/opiekeys: No such file or directory",
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Take OTP out of what is offered, or remove the plug-in.',
    commands: [
      'saslpluginviewer -s | grep -i otp',
      'printf "mech_list: plain login\\n" >>/etc/postfix/sasl/smtpd.conf',
      'yum remove cyrus-sasl-otp   # Debian: apt-get remove libsasl2-modules-otp',
    ],
  },
  unreproduced: 'Its line is that of the library’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/options.html'],
};
