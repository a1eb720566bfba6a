import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-archive-refuses',
  kind: 'fault',
  title: 'Mailman can’t put a post into HyperKitty’s archive',
  cause:
    'Core and web interface share a key, MAILMAN_ARCHIVER_KEY and api_key, and the archive takes posts only from addresses in MAILMAN_ARCHIVER_FROM: 401 and 403 mean that they differ. 404 and 500 mean a wrong base_url or a fault of the web application. Posts are delivered all the same.',
  symptoms: {
    log: [
      {
        pattern: /HyperKitty failure on http/,
        specimen:
          'Nov 29 10:00:00 2024 (812) HyperKitty failure on http://localhost/hyperkitty/api/mailman/urls: status 403',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: posts are missing in the archive.',
  },
  repair: {
    words: 'Use one key in both files and list core’s address.',
    commands: [
      'cat /etc/mailman3/mailman-hyperkitty.cfg',
      'grep -n ARCHIVER /etc/mailman3/mailman-web.py',
      'ls /var/lib/mailman3/archives/hyperkitty/spool',
    ],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.mailman3.org/projects/mailman-hyperkitty/en/latest/'],
};
