import type { FailureMode } from '../../model/failure-mode';
import { rejects } from '../shared/log-signs';
import { exempted, exempts, greetsAs, heloManual, specimenOf } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/helo-invalid',
  kind: 'client',
  title: 'a client greets with something that is no host name',
  cause:
    'reject_invalid_helo_hostname refuses names with spaces, underscores at the wrong place or other signs that a ' +
    'host name cannot have, and an IPv6 address without `IPv6:` before it. The machine has such a name, as Windows and containers allow, and the program says it.',
  symptoms: {
    log: [
      rejects(
        /<[^>]*>: Helo command rejected: (?:Invalid name|invalid ip address);/,
        specimenOf('501 5.5.2 <my_pc?>: Helo command rejected: Invalid name', 'my_pc?'),
        'names',
      ),
    ],
    facts: [],
    client: '501 5.5.2 <my_pc?>: Helo command rejected: Invalid name',
  },
  repair: { words: 'Rename the machine; or let users pass before the check.', commands: exempted },
  reproduction: {
    inject: "postconf -e 'smtpd_helo_restrictions = reject_invalid_helo_hostname'",
    provoke: greetsAs('my_pc?'),
    repair: exempts('reject_invalid_helo_hostname'),
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [heloManual, 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1'],
};
