import type { FailureMode } from '../../model/failure-mode';
import { providersUserFromOutside } from '../client/shared/providers-user';

export const mode: FailureMode = {
  id: 'exim/wrong-password',
  kind: 'client',
  common: true,
  title: 'Exim’s authenticator refuses a user name or a password',
  cause:
    'Exim’s authenticator compared the password and said no, or knows no such user: it does not tell the two apart. Many such lines from foreign addresses are guesses of bots; from one of one’s own users it is the password, or the account is locked. If no user gets in, server_condition asks in the wrong place, or by PAM, which Exim’s user can’t do for /etc/shadow.',
  symptoms: {
    log: [
      {
        pattern:
          /authenticator failed for .*: 535 Incorrect authentication data(?! \(set_id=[^)]*@(?:gmail|googlemail|outlook|hotmail|yahoo|icloud)\.com\))/,
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator failed for client.outside.example (client) [198.51.100.7]: 535 Incorrect authentication data (set_id=alice)',
        strength: 'names',
      },
      providersUserFromOutside,
    ],
    facts: [],
    client: '535 Incorrect authentication data',
  },
  repair: {
    words: 'Try the user by hand where Exim looks; against guesses, fail2ban has a rule for Exim.',
    commands: [
      "grep -c '535 Incorrect authentication data' /var/log/exim4/mainlog",
      "grep -c '^alice:' /etc/exim4/passwd",
      'exim -bP authenticators | grep -E "driver|server_condition"',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html'],
};
