import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/user-fields-unusable',
  kind: 'fault',
  title: 'what the user database says of a user can not be used',
  cause:
    'A field has a value that Dovecot does not take: a home that does not begin with /, a chroot that valid_chroot_dirs does not allow, a setting with a name of another version (mail and quota_rule in 2.4), a malformed number.',
  symptoms: {
    log: [
      {
        pattern:
          /Invalid (?:settings in userdb|userdb input|settings \(probably caused by userdb\))|userdb returned invalid (?:chroot directory|nice value)|Relative home directory paths not supported|Process is already chrooted to|invalid userdb or -o override settings|Couldn't drop privileges: (?!.*(?:[UG]ID|set[ug]id|setgroups|not permitted))|Failed to expand (?:mail_home|mail_chroot)|Failed to override configuration from \S*userdb/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: Invalid settings in userdb: Invalid value for quota_rule: Relative rule, but no rule to base on',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'See what the database gives, and correct the field.',
    commands: ['doveadm user alice@example.test', 'doveconf valid_chroot_dirs'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
