import type { FailureMode } from '../../model/failure-mode';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'services/headers-changed-too-often',
  kind: 'fault',
  title: 'a message is changed so often on its way through cleanup that it can’t be read again',
  cause:
    'Each header that header_checks or a milter adds, changes or takes out leaves a jump in the queue file, and cleanup gives up at some thousands of them. A milter, or several behind one another, add the same headers again and again, or the mail comes by the filter in a circle.',
  symptoms: {
    log: [
      {
        pattern: /too many reverse jump records$/,
        specimen: 'postfix/cleanup[1139]: warning: incoming/949973E65C: too many reverse jump records',
        strength: 'names',
      },
      {
        pattern: /milter8_message: error reading \S+: Success/,
        specimen: 'postfix/cleanup[1139]: warning: milter8_message: error reading incoming/949973E65C: Success',
        strength: 'accompanies',
        alternative: true,
      },
      queueFileFails,
    ],
    facts: [],
    client: '451 4.3.0 Error: queue file write error, or the mail is put off',
  },
  repair: {
    words: 'See which milter changes what; give each message to each milter once.',
    commands: [
      'postconf smtpd_milters non_smtpd_milters header_checks; postconf -M | grep cleanup',
      'journalctl -u rspamd -u opendkim --since -1h',
    ],
  },
  unreproduced: 'It takes thousands of changes to one mail.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MILTER_README.html'],
};
