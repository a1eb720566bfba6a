import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, loginBroke, notInChroot, notVerified } from '../shared/sasl-files';
import { denied, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/group-sasl',
  kind: 'fault',
  title: 'sasldb2 belongs to the group sasl, and postfix is not in it',
  cause:
    "Debian's sasl2-bin makes the file for the group sasl, and no package puts the user postfix into that group. smtpd " +
    'takes on the groups of postfix when it starts, so a new membership counts only after a restart.',
  symptoms: {
    log: [denied, notVerified, loginBroke],
    facts: [
      fileFact(sasldb, 'has the group sasl', (fact) => {
        return fact.kind !== 'absent' && fact.group === 'sasl' && fact.owner !== 'postfix';
      }),
      notInChroot,
    ],
    client: generic,
  },
  repair: {
    words: 'Put postfix into the group, and restart it.',
    commands: ['adduser postfix sasl', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'chgrp sasl /etc/sasldb2 && chmod 660 /etc/sasldb2',
    provoke: [loginOnly()],
    repair: 'usermod -a -G sasl postfix',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://github.com/docker-mailserver/docker-mailserver/issues/1247', saslReadme],
};
