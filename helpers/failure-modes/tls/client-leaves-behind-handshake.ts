import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'tls/client-leaves-behind-handshake',
  kind: 'client',
  follows: true,
  title: 'a client leaves as soon as TLS is up',
  cause:
    'The handshake went well, and the client leaves without a mail. A program that sends mail does so where it does not trust the certificate, or looks for another name in it, and looks only now. Servers that check by DANE or MTA-STS do so where the certificate is not the one of the TLSA record, or not good for the name of the MX: after a renewal the record is often forgotten. Monitors and testers of TLS do the same, and mean nothing.',
  symptoms: {
    log: [
      {
        pattern: /^disconnect from \S+ ehlo=[12] starttls=1 quit=1 commands=[34]$/,
        specimen:
          'postfix/smtpd[2967]: disconnect from mx.outside.example[198.51.100.7] ehlo=1 starttls=1 quit=1 commands=3',
        strength: 'suggests',
      },
      {
        pattern: /^disconnect from \S+ ehlo=1 starttls=1 commands=2$/,
        specimen:
          'postfix/smtpd[2967]: disconnect from client.outside.example[198.51.100.7] ehlo=1 starttls=1 commands=2',
        strength: 'suggests',
        program: smtpdProgram,
        alternative: true,
      },
    ],
    facts: [],
    client: 'The sender’s queue says why, such as `Server certificate not verified`.',
  },
  repair: {
    words: 'Compare the certificate with the TLSA record and the MTA-STS policy.',
    commands: [
      'dig +short TLSA _25._tcp.mail.example.test',
      'openssl s_client -starttls smtp -connect mail.example.test:25 -servername mail.example.test </dev/null | openssl x509 -noout -subject -ext subjectAltName -dates',
      'curl -s https://mta-sts.example.test/.well-known/mta-sts.txt',
    ],
  },
  unreproduced: 'Whoever does it is elsewhere.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7672 section 3', 'RFC 8461 section 4'],
};
