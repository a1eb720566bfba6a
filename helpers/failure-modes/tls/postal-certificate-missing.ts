import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/postal-certificate-missing',
  kind: 'fault',
  title: 'the certificate or key that Postal’s configuration names is not there',
  cause:
    'Postal opens tls_certificate_path and tls_private_key_path at each STARTTLS, as the user postal. The path is that of another name, a folder, or is not mounted into the container.',
  symptoms: {
    log: [
      {
        pattern:
          /\[\w{6}\] Errno::(?:ENOENT|EISDIR): .*@ (?:rb_sysopen|io_fread) - (?!\S*(?:signing|master)\.key)\S*(?:letsencrypt|ssl|tls|cert|key|\.pem|\.crt)/,
        specimen:
          '[smtp.1:1067] [2024-04-09T14:45:06.144] ERROR -- : [D8NGJP] Errno::ENOENT: No such file or directory @ rb_sysopen - /etc/letsencrypt/live/example.test',
        strength: 'names',
      },
      {
        // Without the mark of a session, it may be another program in Ruby.
        pattern:
          /Errno::(?:ENOENT|EISDIR): .*@ (?:rb_sysopen|io_fread) - (?!\S*(?:signing|master)\.key)\S*(?:letsencrypt|ssl|tls|cert|key|\.pem|\.crt)/,
        specimen: 'postal[9]: Errno::ENOENT: No such file or directory @ rb_sysopen - /config/smtp.cert',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection ends at STARTTLS.',
  },
  repair: {
    words: 'Name the file itself, and let postal read it.',
    commands: [
      'grep -n -A4 "^smtp_server" /opt/postal/config/postal.yml',
      'sudo -u postal head -1 /etc/letsencrypt/live/postal.example.test/fullchain.pem',
    ],
  },
  unreproduced: 'Its lines are those of Ruby; none of our images is in Ruby.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.postalserver.io/features/smtp-tls'],
};
