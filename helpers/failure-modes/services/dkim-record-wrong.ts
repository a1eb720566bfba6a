import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/dkim-record-wrong',
  kind: 'fault',
  title: 'opendkim-testkey does not find the DKIM record in DNS, or it does not belong to the key',
  cause:
    'Others then find no key to check signatures with: the record was never published or has not spread yet, stands under a name with the domain twice, has been cut in pieces wrongly, or the key was made anew and the record stayed. Signatures fail, and with them DMARC. “query timed out” tells of DNS alone: the resolver here or the name servers of the domain do not answer. Where a public resolver has the right record, the machine’s own one answers from an inner copy of the zone (a router, Active Directory, dnsmasq), and others are not touched.',
  symptoms: {
    log: [
      {
        pattern: /'\S+\._domainkey\.\S+' (?:record not found|query timed out)$|keys do not match$|key missing$/,
        specimen: "opendkim-testkey: 'mail._domainkey.example.test' record not found",
        strength: 'names',
        program: /^opendkim-testkey$/,
      },
    ],
    facts: [],
    client: 'Nothing here; other servers say dkim=fail or 5.7.26.',
  },
  repair: {
    words: 'Publish what opendkim-genkey wrote beside the key, with nothing between the pieces, and test it.',
    commands: [
      'dig +trace TXT mail._domainkey.example.test',
      'cat /etc/opendkim/keys/example.test/mail.txt',
      'dig +short TXT mail._domainkey.example.test; dig +short TXT mail._domainkey.example.test @9.9.9.9',
      'opendkim-testkey -d example.test -s mail -vvv',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6376 section 3.6.2', 'https://www.opendkim.org/opendkim-testkey.8.html'],
};
