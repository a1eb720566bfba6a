import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/login-demanded',
  kind: 'client',
  title: 'a client sends mail to Courier before it has logged in, or before TLS',
  cause:
    'AUTH_REQUIRED or ESMTP_TLS_REQUIRED is set for this port, as esmtpd-msa has it: nothing is taken before. The client has no user and password set, its login failed, or it uses no TLS.',
  symptoms: {
    log: [
      {
        pattern: /error,relay=.*(?:535 Authentication required|400 STARTTLS is required first)/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,port=37696,msg="535 Authentication required.",cmd: MAIL FROM:<alice@example.test>',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 Authentication required.',
  },
  repair: {
    words: 'Set user, password and STARTTLS in the client.',
    commands: ['grep -nE "^(AUTH_REQUIRED|ESMTP_TLS_REQUIRED)" /etc/courier/esmtpd /etc/courier/esmtpd-msa'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
