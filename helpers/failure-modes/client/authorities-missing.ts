import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/authorities-missing',
  kind: 'client',
  title: 'a client can’t read the file of authorities that it is to check a certificate with',
  cause:
    'The file that the program is to read, or its system’s, is not there, has no certificates in it, or is closed to whom the program runs as: small images come without ca-certificates, and a path in the settings may be another system’s. Erlang and Elixir check certificates since OTP 26, and want the list named in the program’s own options of TLS: `cacerts: :public_key.cacerts_get()`. No server’s certificate can be checked then, however good it is.',
  symptoms: {
    log: [
      {
        // msmtp; curl; Go.
        pattern:
          /cannot set X509 trust file|x509: failed to load system roots and no roots provided|(?<!http error: )error setting certificate (?:verify locations|file)|\(77\) (?:Problem with the SSL CA cert|error setting certificate)/,
        specimen:
          'msmtp: cannot set X509 trust file /etc/ssl/certs/ca-certificates.crt for TLS session: Error while reading file.',
        strength: 'names',
      },
      {
        // Erlang.
        pattern: /Option \{verify, verify_peer\} and cacertfile\/cacerts is missing/,
        specimen: "Reason: 'Option {verify, verify_peer} and cacertfile/cacerts is missing'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the client ends the session.',
  },
  repair: {
    words:
      'Install the authorities where the client runs, and name their file (msmtp: tls_trust_file; Erlang: cacerts or cacertfile).',
    commands: [
      'yum install ca-certificates   # Debian: apt-get install ca-certificates',
      'ls -l /etc/ssl/certs/ca-certificates.crt',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://marlam.de/msmtp/msmtp.html', 'RFC 8314 section 4'],
};
