import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'mechanisms/one-time-passwords-not-set-up',
  kind: 'noise',
  title: 'the one-time passwords of the plug-in OTP are not set up',
  cause:
    'The plug-in OTP is installed and has no database: OPIE’s /etc/opiekeys is not there, or the user postfix may not read and write it. Cyrus SASL leaves OTP out of what it offers, and says so each time; the other mechanisms are not concerned.',
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
    client: 'Nothing: OTP is not among the mechanisms in the answer to EHLO.',
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
