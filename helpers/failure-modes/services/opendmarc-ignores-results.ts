import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendmarc-ignores-results',
  kind: 'fault',
  title: 'OpenDMARC does not take the results of the SPF and DKIM checks for its own server’s',
  cause:
    'It reads Authentication-Results of the names in AuthservID and TrustedAuthservIDs only. Where OpenDKIM or the SPF policy writes another host name, such as that of the machine instead of myhostname, their results are lost and good mail fails DMARC. For headers that other servers wrote, ignoring is right.',
  symptoms: {
    log: [
      {
        pattern: /ignoring Authentication-Results at \d+ from /,
        specimen: 'opendmarc[12]: 4XyZab1234 ignoring Authentication-Results at 0 from mail.example.test',
        strength: 'suggests',
        program: /^opendmarc$/,
      },
    ],
    facts: [],
    client: 'Nothing, or 550 5.7.1 rejected by DMARC policy',
  },
  repair: {
    words: 'If the name in the line is this server’s, use one name for all of them.',
    commands: [
      'grep -nE "AuthservID|TrustedAuthservIDs" /etc/opendmarc.conf /etc/opendkim.conf',
      'postconf myhostname',
      'systemctl restart opendkim opendmarc',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8601 section 5'],
};
