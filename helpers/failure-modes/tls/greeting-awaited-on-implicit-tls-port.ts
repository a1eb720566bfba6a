import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'tls/greeting-awaited-on-implicit-tls-port',
  kind: 'client',
  title: 'a client waits for a greeting at the port for implicit TLS, until it gives up',
  cause:
    'At 465 TLS begins with the connection, and the client has the first word. One that is set to STARTTLS or to no encryption waits for 220 in clear, ' +
    'the server for the beginning of TLS. The client goes when its own time is up, often after just 10, 30 or 60 seconds. Whoever goes at once is another: ' +
    'a scanner, a monitor, or a program that does not like the certificate.',
  symptoms: {
    log: [
      {
        pattern: /^SSL_accept error from \S+: lost connection$/,
        specimen:
          'postfix/smtps/smtpd[903]: SSL_accept error from client.outside.example[198.51.100.7]: lost connection',
        strength: 'suggests',
        program: /\/(?:smtps|submissions)\/smtpd$/,
      },
    ],
    facts: [
      toSee(
        'the client is set to STARTTLS, or to no encryption, with 465',
        'grep -iE "port|ssl|tls|secure" .env   # of the program that sends',
      ),
    ],
    client: 'Nothing until its time is up: Greeting never received, Read timed out, SMTP connect() failed',
  },
  repair: {
    words: 'In the client: 465 with SSL/TLS (Nodemailer: secure: true; PHPMailer: smtps), or 587 with STARTTLS.',
    commands: ['openssl s_client -connect mail.example.test:465 -quiet   # the greeting comes inside of TLS'],
  },
  unreproduced: 'It writes the same line as a client that goes away for another reason.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3', 'https://github.com/huginn/huginn/issues/2141'],
};
