import type { FailureMode } from '../../model/failure-mode';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'services/postsrsd-does-not-start',
  kind: 'fault',
  title: 'postsrsd does not start, hangs or has no database, and addresses that it is to rewrite put mail off',
  cause:
    'Its configuration lacks a domain or a secret or can’t be read, its user does not exist, its socket can’t be made, or the database that it is to keep long addresses in can’t be opened. Postfix asks it by sender_canonical_maps for every sender, and takes no mail while it gets no answer.',
  symptoms: {
    log: [
      {
        // While it runs it complains of single questions and clients too.
        pattern:
          /postsrsd: error: (?!invalid socketmap|socket dispatch|failed to make socket|MTA does not|Worker process|(?=\w*\d)\w{6,}: |failed to prepare sqlite)/,
        specimen: 'mail postsrsd: error: no SRS domain configured',
        strength: 'names',
      },
      {
        pattern:
          /Cannot open file with secret|You must set a (?:home domain|secret)|bind_service\(\S+\): |No such user: postsrsd|Failed to (?:enable chroot|switch (?:user|group) id)/,
        specimen: 'postsrsd: Cannot open file with secret: /etc/postsrsd.secret: Permission denied',
        strength: 'names',
        program: /^postsrsd$/,
        alternative: true,
      },
      {
        // By its usual ports; whatever else may listen there.
        pattern: /^warning: (?:table )?tcp:\S+:1000[12]\b.* lookup error/,
        specimen: 'postfix/cleanup[12]: warning: tcp:localhost:10001 lookup error for "alice@example.test"',
        strength: 'suggests',
        alternative: true,
      },
      queueFileFails,
    ],
    facts: [],
    client: '451 4.3.0 Error: queue file write error',
  },
  repair: {
    words: 'Set what the line names; then see what Postfix asks.',
    commands: [
      'systemctl status postsrsd; journalctl -u postsrsd | tail',
      'ls -lZ /etc/postsrsd* /etc/default/postsrsd; getent passwd postsrsd',
      'postconf sender_canonical_maps recipient_canonical_maps',
    ],
  },
  unreproduced: 'Our images have no postsrsd.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/roehling/postsrsd'],
};
