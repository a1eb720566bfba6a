import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/password-not-sent-in-clear',
  kind: 'client',
  title: 'a client is to log in without TLS, and it or the server does not allow that',
  cause:
    'Go’s net/smtp gives a password for PLAIN only to a server with TLS or on localhost, msmtp too; and some servers answer 538. The server offers no STARTTLS at that port, or the client is told not to use it. Where no login is needed, as at a relay inside a network, a user name that is set all the same brings it about.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|: |=|")unencrypted connection(?:"|\\|\]|$| \w+=)/,
        specimen: 'gomail: could not send email 1: unencrypted connection',
        strength: 'names',
      },
      {
        // Told in a sentence.
        pattern: /[a-z] (?:an? )?["'`]?unencrypted connection["'`]? error/,
        specimen: 'The program continues to report an unencrypted connection error.',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /cannot use a secure authentication method/,
        specimen: 'msmtp: cannot use a secure authentication method',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /538[ -](?:5\.7\.\d+ )?.*[Ee]ncryption required/,
        'Error: Invalid login: 538 5.7.11 Encryption required for requested authentication mechanism',
      ),
      {
        // dma; s-nail; Jenkins.
        pattern:
          /non-encrypted SMTP login is disabled in config|SMTP authentication \S+ needs TLS|Authentication requires either TLS or SSL to be enabled/,
        specimen: 'dma[12345.56789abc]: non-encrypted SMTP login is disabled in config, so skipping it.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the client ends the session; or 538 5.7.11 Encryption required',
  },
  repair: {
    words:
      'Use a port with TLS: 587 with STARTTLS, or 465. If the relay takes mail without a login, take user and password out of the client’s settings.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'https://pkg.go.dev/net/smtp#PlainAuth',
    'https://github.com/grafana/grafana/issues/12633',
    'RFC 4954 section 4',
  ],
};
