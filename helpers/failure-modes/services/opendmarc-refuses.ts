import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendmarc-refuses',
  kind: 'client',
  title: 'OpenDMARC objects to a mail: its sender’s domain asks for it, or its From is malformed',
  cause:
    'The domain in From publishes p=reject or p=quarantine, and neither SPF nor DKIM speaks for this mail: it is forged, or came by a forwarder or mailing list that broke the signature. A From that can’t be read or names several domains is refused only with RequiredHeaders or RejectMultiValueFrom, and else let in. Where mail of own users is refused, OpenDMARC checks it before it is signed, or lacks IgnoreAuthenticatedClients.',
  symptoms: {
    log: [
      {
        pattern: /(?:rejected|quarantined) by DMARC policy for \S+$/,
        specimen: 'opendmarc[12]: 4XyZab1234: rejected by DMARC policy for example.org',
        strength: 'names',
        program: /^opendmarc$/,
      },
      {
        pattern:
          /unable to parse From header field|multi-valued From field detected|RFC5322 requirement error: (?!missing From field; accepting)/,
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
      'grep -nE "RejectFailures|RequiredHeaders|RejectMulti|Ignore" /etc/opendmarc.conf',
      'dig +short TXT _dmarc.example.org',
      'postconf smtpd_milters non_smtpd_milters',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7489 section 6.6', 'https://www.postfix.org/MILTER_README.html'],
};
