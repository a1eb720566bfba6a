import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendmarc-refuses',
  kind: 'client',
  title: 'OpenDMARC refuses mail whose sender’s domain asks for it',
  cause:
    'The domain in From publishes p=reject, and neither SPF nor DKIM speaks for this mail: it is forged, or came by a forwarder or mailing list that broke the signature. Where mail of the server’s own users is refused, OpenDMARC checks it before it is signed, or lacks IgnoreAuthenticatedClients.',
  symptoms: {
    log: [
      {
        pattern: /(?:rejected|quarantined) by DMARC policy for \S+$/,
        specimen: 'opendmarc[12]: 4XyZab1234: rejected by DMARC policy for example.org',
        strength: 'names',
        program: /^opendmarc$/,
      },
      {
        pattern: /unable to parse From header field|multi-valued From field detected|RFC5322 requirement error: /,
        specimen: 'opendmarc[12]: 4XyZab1234: unable to parse From header field',
        strength: 'names',
        alternative: true,
        program: /^opendmarc$/,
      },
    ],
    facts: [],
    client: '550 5.7.1 rejected by DMARC policy for example.org',
  },
  repair: {
    words:
      'Nothing for forged mail. For users, set IgnoreAuthenticatedClients; for known forwarders, list them in IgnoreHosts.',
    commands: [
      'grep -nE "RejectFailures|Ignore" /etc/opendmarc.conf',
      'dig +short TXT _dmarc.example.org',
      'postconf smtpd_milters non_smtpd_milters',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7489 section 6.6', 'https://www.postfix.org/MILTER_README.html'],
};
