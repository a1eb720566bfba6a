import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/parameter-unknown',
  kind: 'fault',
  title: 'main.cf or master.cf has the name of a parameter that Postfix does not know',
  cause:
    'A name is misspelt (smtpd_sender_restriction, smtpd_tls_certfile), is one of a later version, or was dropped. Postfix itself ignores it without a word, and what it was to do does not happen; only postconf tells. A name that begins with that of a transport (dovecot_destination_recipient_limit, policy_time_limit) is right, but needs a service of that name in master.cf; one of a patch, such as VDA’s virtual_maildir_limit_message, needs the patch. Names that a $name elsewhere uses are known, so that `$mua_client_restrictions` without such a setting is “undefined”.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:\S+: )?(?:unused parameter: \w|undefined parameter: \w)|^warning: \w+: unknown parameter$/,
        specimen:
          '/usr/sbin/postconf: warning: /etc/postfix/main.cf: unused parameter: smtpd_tls_certfile=/etc/ssl/x.pem',
        strength: 'names',
        program: /postconf$/,
      },
    ],
    facts: [],
    client: 'What comes of the setting that is not in force.',
  },
  repair: {
    words: 'Correct the name, or take the line out.',
    commands: ['postconf -n >/dev/null', 'postconf -d | grep smtpd_tls_cert', 'postconf -X smtpd_tls_certfile'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.1.html'],
};
