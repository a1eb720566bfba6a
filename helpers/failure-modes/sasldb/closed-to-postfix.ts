import type { FailureMode } from '../../model/failure-mode';
import { roundcubeTemporary } from '../client/shared/several-mistakes';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, loginBroke, mayBy, notInChroot, notVerified } from '../shared/sasl-files';
import { denied, letPostfixRead, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/closed-to-postfix',
  kind: 'fault',
  common: true,
  title: 'sasldb2 belongs to root alone: smtpd may not read it',
  cause:
    'saslpasswd2 creates /etc/sasldb2 as root, for root. smtpd reads it as the user postfix, for every single login, and ' +
    'can not. The file has to be given to the group postfix; the how-to does so, but a file that is deleted and made ' +
    "anew, or copied from another machine, is root's again.",
  symptoms: {
    log: [
      denied,
      notVerified,
      loginBroke,
      {
        pattern: /unable to open Berkeley db \S*sasldb2: Permission denied/,
        specimen: 'postfix/smtpd[9]: unable to open Berkeley db /etc/sasldb2: Permission denied',
        strength: 'suggests',
        alternative: true,
      },
      roundcubeTemporary,
    ],
    facts: [
      fileFact(sasldb, "is neither the user's nor the group's postfix, and not open to all", (fact) => {
        if (fact.kind === 'absent' || fact.owner === 'postfix') return false;
        return fact.group !== 'postfix' && fact.group !== 'sasl' && !mayBy(fact, 'postfix', 4);
      }),
      notInChroot,
    ],
    client: generic,
  },
  repair: {
    words: 'Give the file to the group postfix. It helps at once, without a restart.',
    commands: ['chgrp postfix /etc/sasldb2', 'chmod 640 /etc/sasldb2'],
  },
  reproduction: {
    inject: 'chgrp root /etc/sasldb2 && chmod 640 /etc/sasldb2',
    provoke: [loginOnly()],
    repair: letPostfixRead,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://github.com/saltstack-formulas/postfix-formula/issues/47', saslReadme],
};
