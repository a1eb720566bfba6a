import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { milterManual, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-address-malformed',
  kind: 'fault',

  title: 'smtpd_milters or non_smtpd_milters has something that is no address of a milter',
  cause:
    'Each milter is written as inet:host:port or unix:path, with blanks or commas between, so that a blank behind inet: cuts an address in two. OpenDKIM’s own spelling, inet:8891@localhost, and a bare host:port are refused; in braces an address comes first, and the brace is closed.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:Milter service needs transport:endpoint instead of |invalid transport name: \S* in Milter service: )/,
        specimen: 'postfix/smtpd[1633]: warning: Milter service needs transport:endpoint instead of "localhost"',
        strength: 'names',
      },
      milterRejected,
      {
        pattern: /^fatal: (?:milter service syntax error: |empty milter definition: )/,
        specimen: 'postfix/smtpd[345]: fatal: milter service syntax error: inet:localhost',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration problem - try again later',
  },
  repair: {
    words: 'Write it as Postfix wants it.',
    commands: ['postconf -e smtpd_milters=inet:localhost:8891', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=localhost',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [milterManual],
};
