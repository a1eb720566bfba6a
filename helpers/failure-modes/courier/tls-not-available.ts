import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/tls-not-available',
  kind: 'fault',
  title: 'Courier offers STARTTLS and can not do it',
  cause:
    'couriertls did not start: the program or the certificate is not there, or may not be read by the user of the server.',
  symptoms: {
    log: [
      {
        pattern: /[45]40 TLS not available|courieresmtpd: STARTTLS failed: |Unable to start couriertls/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,port=37696,msg="440 TLS not available.",cmd: STARTTLS',
        strength: 'names',
        program: /^(?:courier|esmtpd)/,
      },
    ],
    facts: [],
    client: '440 TLS not available.',
  },
  repair: {
    words: 'See that the certificate is where TLS_CERTFILE says, readable for courier.',
    commands: [
      'grep -E "^(TLS_CERTFILE|COURIERTLS|TLS_DHPARAMS)" /etc/courier/esmtpd',
      'ls -l /etc/courier/esmtpd.pem',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/couriertls.html'],
};
