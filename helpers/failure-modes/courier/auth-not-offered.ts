import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/auth-not-offered',
  kind: 'client',

  title: 'a client says AUTH to Courier where it is not offered',
  cause:
    'ESMTPAUTH has the mechanisms for a connection in clear, ESMTPAUTH_TLS those inside TLS: with only the second, AUTH before STARTTLS is rejected, and the password has crossed the net in clear.',
  symptoms: {
    log: [
      {
        pattern: /error,.*535 Authentication rejected/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,port=37696,msg="535 Authentication rejected",cmd: AUTH PLAIN',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 Authentication rejected',
  },
  repair: {
    words: 'In the client: STARTTLS at 587, or TLS at 465. If no client is offered AUTH, set ESMTPAUTH_TLS.',
    commands: ['grep -nE "^ESMTPAUTH" /etc/courier/esmtpd /etc/courier/esmtpd-msa'],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
