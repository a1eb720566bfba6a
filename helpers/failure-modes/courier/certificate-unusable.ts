import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/certificate-unusable',
  kind: 'fault',

  title: 'Courier can not use its certificate',
  cause:
    'TLS_CERTFILE is one file with the key and the certificate, for courier’s user to read: it is not there, closed, or lacks one of them. STARTTLS fails.',
  symptoms: {
    log: [
      {
        pattern:
          /couriertls: (?!accept|connect|read)\S*(?:\.pem|certfile|\/)\S*: (?:error:|.*(?:No such file|Permission denied|PEM))/,
        specimen:
          'courieresmtpd: couriertls: /etc/courier/esmtpd.pem: error:8000000D:system library::Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: '220 Ok, and then the connection ends',
  },
  repair: {
    words: 'Put both into the file, for courier alone.',
    commands: [
      'grep -n TLS_CERTFILE /etc/courier/esmtpd',
      'cat /etc/ssl/private/mail.key /etc/ssl/certs/mail.pem >/etc/courier/esmtpd.pem',
      'chown courier /etc/courier/esmtpd.pem; chmod 600 /etc/courier/esmtpd.pem',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
