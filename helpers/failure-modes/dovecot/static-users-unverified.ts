import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/static-users-unverified',
  kind: 'fault',
  title: 'userdb static can not find out whether a user exists',
  cause:
    'Of each address that mail is for, Dovecot asks the passdb whether there is such a user. PAM, and others that only compare passwords, can not tell, so that the lookup fails and no mail is delivered.',
  symptoms: {
    log: [
      {
        pattern: /passdb doesn't support lookups, can't verify user's existence|static(?:\S*)?: .*can't verify user/,
        specimen:
          "dovecot: auth: Error: static(alice@example.test): passdb doesn't support lookups, can't verify user's existence",
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words:
      'Where Postfix already knows all recipients, say so: allow_all_users=yes in the args of userdb static (2.4: userdb_static_allow_all_users = yes). Or use userdb passwd.',
    commands: ['doveconf -n userdb', 'doveadm user alice@example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
