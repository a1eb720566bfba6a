import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/name-not-valid',
  kind: 'noise',
  title: 'a name that DNS, a client or the server itself has is no valid host name',
  cause:
    'It has an underscore, a hyphen at its end, or is a mere number. Of the names of others, Postfix leaves such a one out and goes on; a client whose PTR record is such counts as one without a name. If it is the name of the server itself, a line with `fatal` follows.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:valid_hostname: (?:misplaced hyphen|invalid character|misplaced delimiter)|numeric hostname: \d|malformed domain name in resource data of (?:MX|PTR|CNAME|NS) record)/,
        specimen: 'postfix/smtpd[9]: warning: valid_hostname: invalid character 95(decimal): mail_1.example.org',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing; 450 4.7.25 where clients without a name are refused.',
  },
  repair: {
    words: 'Nothing; if it is a name of your own, give it another.',
    commands: [],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['RFC 1123 section 2.1'],
};
