import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/configuration-error',
  kind: 'fault',
  title: 'OpenSMTPD does not understand its configuration',
  cause:
    'smtpd.conf has a mistake, names a file or an object that is not there, or is of another version: 6.4 changed the language from `accept … deliver to` to `action` and `match`, and `mask-source` is `mask-src` since. The server does not start, or goes on with the old configuration.',
  symptoms: {
    log: [
      {
        pattern: /smtpd\.conf:\d+: (?:syntax error|no such |invalid |table |unknown |.* already specified|no filter )/,
        specimen: 'smtpd: /etc/mail/smtpd.conf:12: syntax error',
        strength: 'names',
      },
      {
        pattern: /auth may not be specified without host on a dispatcher/,
        specimen: '/etc/mail/smtpd.conf:15: auth may not be specified without host on a dispatcher',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /smtpd\.conf:\d+: (?:macro |an srs key is required|backup and |dispatcher already|failed to include|filter already|mda wrapper|no (?:proc|processor|mda)|not a valid|processor already|reached end of file|socket listener already|string too long|sub(?:-addr|addressing)|tag name too|too many pki|ttl delay|user may not|"\S*" invalid number)|^(?:warn: )?(?:no rules, nothing to do|(?:pki|ca) name not found: |could not parse macro definition)|fatal: (?:invalid virtual ip or interface|interface name too large|config_peers: )|table_create: (?:table "\S+" already defined|table name too long|path too long)|no action name |TLS required for action "/,
        specimen: "smtpd: /etc/mail/smtpd.conf:12: macro 'lan' not defined",
        strength: 'names',
        alternative: true,
      },
      {
        // Options and rules that 6.4 has renamed or no longer knows.
        pattern:
          /\b(?:listen on \S+ .*\bmask-source\b|accept (?:tagged \S+ )?(?:from \S+ )?for (?:any|local|domain) .*(?:deliver to|relay))/,
        specimen: 'listen on 0.0.0.0 port 587 tls-require pki mail.example.test auth <credentials> mask-source',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Correct the line; for a configuration from before 6.4, write it anew.',
    commands: ['smtpd -n', 'man smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
