import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/srs-address-not-ours',
  kind: 'client',
  title: 'postsrsd does not take back an address as one that it has made',
  cause:
    'An address SRS0=… has a hash made with the secret of the server, and a day. With a new secret, on a second server with another one, or some weeks later, it is refused, as are forged ones. Bounces to senders of forwarded mail then do not get home.',
  symptoms: {
    log: [
      {
        pattern:
          /srs_reverse: <[^>]*> not rewritten: (?:Hash (?:too short|invalid)|Time ?stamp out of date|No such|Use of|Bad base32|Not an SRS)|(?:Hash invalid in SRS address|Time stamp out of date)/,
        specimen:
          'postsrsd[9]: srs_reverse: <SRS0=XhMp=UA=example.org=bob@example.test> not rewritten: Hash invalid in SRS address.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.1.1 User unknown, or nothing',
  },
  repair: {
    words: 'Keep the old secret as a second line of the file, and use one file on all servers of the domain.',
    commands: ['wc -l /etc/postsrsd.secret', 'postconf recipient_canonical_maps recipient_canonical_classes'],
  },
  unreproduced: 'Our images have no postsrsd.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/roehling/postsrsd'],
};
