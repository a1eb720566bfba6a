import type { FailureMode } from '../../model/failure-mode';
import { asksForNoMail } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-rules-broken',
  kind: 'fault',
  title: 'PAM’s rules have a line that PAM does not understand',
  cause:
    'A line of /etc/pam.d/smtp lacks the module’s name, has a control word such as [success=1 that is not closed, or jumps past the end of the rules. PAM then refuses everybody, or leaves out the line.',
  symptoms: {
    log: [
      {
        pattern:
          /PAM (?:\(\S+\) (?:no module name supplied|illegal module type: )|pam_parse: expecting |bad jump in stack|error loading \(null\))|PAM pam_parse: /,
        specimen: 'saslauthd[9]: PAM (smtp) no module name supplied',
        strength: 'names',
        program: asksForNoMail,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Correct the line; each has type, control word, module and options.',
    commands: [
      'cat -A /etc/pam.d/smtp',
      'ls /lib/*/security /lib64/security 2>/dev/null | head',
      'testsaslauthd -s smtp -u alice -p "$PASSWORD"',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of PAM’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.linux-pam.org/Linux-PAM-html/sag-configuration-file.html'],
};
