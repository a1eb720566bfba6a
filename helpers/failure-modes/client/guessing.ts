import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';

import { base64, says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/guessing',
  kind: 'noise',
  title: 'logins fail in a short session, as those of a bot that guesses passwords',
  cause:
    'Many addresses, common names such as admin or info, one or a few attempts each, RSET after a refusal: nobody who belongs here, and not why somebody else cannot log in. A single such session may as well be a user’s program with a wrong password, or any program where the server cannot check passwords: whose address it is, and the line `SASL … authentication failed` before it, tell.',
  symptoms: {
    log: [
      {
        pattern: /^disconnect from \S+ (?:.* )?auth=0\/\d+ rset=\d+ /,
        specimen:
          'postfix/smtps/smtpd[877]: disconnect from unknown[198.51.100.99] ehlo=1 auth=0/1 rset=1 commands=2/3',
        strength: 'names',
      },
      {
        pattern: /^disconnect from (?:unknown\[[^\]]+\] ehlo=1 auth=0\/\d+ commands=\d+\/\d+$|\S+ helo=1 auth=0\/\d+ )/,
        specimen: 'postfix/smtpd[877]: disconnect from unknown[198.51.100.99] ehlo=1 auth=0/1 commands=1/2',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Let fail2ban close the door after a few attempts, and offer AUTH on 587 and 465 only.',
    commands: ['fail2ban-client status postfix-sasl'],
  },
  reproduction: {
    inject: '',
    provoke: says('AUTH LOGIN', base64('admin'), base64('admin'), 'RSET'),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy: [],
  references: ['https://github.com/iredmail/dockerized/issues/24'],
};
