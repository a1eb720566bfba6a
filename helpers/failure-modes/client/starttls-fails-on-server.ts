import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { starttlsNotTaken } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/starttls-fails-on-server',
  kind: 'fault',
  follows: true,
  title: 'the server offers STARTTLS and answers that it has no TLS',
  cause:
    'The server’s certificate or key is missing, unreadable or not a pair, so that it can’t begin TLS although it offers it. Clients that use STARTTLS wherever it is offered send nothing then. What is wrong with the files, the server’s own log says when it starts or when a client connects.',
  symptoms: {
    log: [
      clientGets(
        /(?:421|454)[ -](?:4\.\d\.\d+ )?TLS (?:not available|is not available|currently unavailable|temporarily unavailable)/,
        'Failed to send notification to email address: 454 4.7.0 TLS not available due to local problem',
      ),
      {
        // yagmail; SOGo; Sendmail.
        pattern:
          /STARTTLS failed: .*TLS not available|unexpected response from STARTTLS command \(454\)|454 4\.3\.3 TLS currently not available/,
        specimen: 'smtplib.SMTPException: STARTTLS failed: 5.7.0 TLS not available',
        strength: 'names',
        alternative: true,
      },
      starttlsNotTaken,
      {
        // curl.
        pattern: /STARTTLS denied, code 454/,
        specimen: 'curl: (64) STARTTLS denied, code 454',
        strength: 'names',
        alternative: true,
      },
      clientGets(/454[ -](?:4\.\d\.\d )?TLS unavailable on the server/, '454 TLS unavailable on the server'),
      {
        // Gmail, in its bounces.
        pattern: /TLS Negotiation failed: FAILED_PRECONDITION: starttls error \(\d+\): (?!.*certificate)/,
        specimen: 'TLS Negotiation failed: FAILED_PRECONDITION: starttls error (0): protocol error',
        strength: 'suggests',
        alternative: true,
      },
      {
        // PHPMailer.
        pattern: /STARTTLS command failed TLS not available/,
        specimen:
          'SMTP Error: Could not connect to SMTP host. STARTTLS command failed TLS not available due to local problem',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 TLS not available due to local problem, in answer to STARTTLS',
  },
  repair: {
    words:
      'Mend the files on the server. If the server is somebody else’s, let the client leave STARTTLS out meanwhile where the network is trusted: Grafana’s startTLS_policy = NoStartTLS, Nodemailer’s ignoreTLS.',
    commands: [
      'postconf smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files',
      'grep -iE "cannot|certificate|private key|disabling TLS" /var/log/mail.log | tail',
      'openssl s_client -starttls smtp -connect mail.example.test:25',
    ],
  },
  unreproduced: 'Its lines are those of clients; which files break it are failure modes of the family tls.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://github.com/grafana/grafana/issues/24563'],
};
