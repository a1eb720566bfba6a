import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamd-down',
  kind: 'fault',
  title: 'the filter does not reach spamd',
  cause:
    'spamd does not run, listens at IPv4 only while localhost is IPv6 (or the other way), is at another port or socket than spamc asks, or a firewall, its list of allowed clients (-A) or SELinux keeps the filter out. spamc gives the mail back unjudged after its tries.',
  symptoms: {
    log: [
      {
        pattern: /connect to spamd on \S+ failed, retrying|connection attempt to spamd aborted/,
        specimen: 'spamc[9]: connect to spamd on 127.0.0.1 failed, retrying (#1 of 3): Connection refused',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail passes unjudged.',
  },
  repair: {
    words: 'Start it, and let both name one address.',
    commands: ['systemctl status spamd spamassassin', 'ss -ltnp | grep 783', 'spamc -d 127.0.0.1 -p 783 -K'],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/spamc.html'],
};
