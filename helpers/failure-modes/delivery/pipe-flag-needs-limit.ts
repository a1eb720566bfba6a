import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/pipe-flag-needs-limit',
  kind: 'fault',
  title: 'a transport by pipe writes a header for one recipient and gets several',
  cause:
    'The flags D and O of pipe put the recipient into the mail, so it can only take one at a time. Without …_destination_recipient_limit = 1 in main.cf a mail to two people, as an alias for several makes, is put off; mail to one gets through.',
  symptoms: {
    log: [
      {
        pattern:
          /pipe flag `[DO]' requires \S+_destination_recipient_limit = 1|^warning: flag `[DO]' requires \S+_destination_recipient_limit = 1/,
        specimen: "postfix/pipe[663]: warning: pipe flag `D' requires dovecot_destination_recipient_limit = 1",
        strength: 'names',
      },
      {
        pattern: /relay=(?!local|virtual)\S+, .*status=deferred \(mail system configuration error\)/,
        specimen:
          'postfix/pipe[663]: 72A62733: to=<alice@example.test>, relay=dovecot, delay=495, delays=495/0.01/0/0.08, dsn=4.3.5, status=deferred (mail system configuration error)',
        strength: 'suggests',
        program: /pipe$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Set the limit, named after the transport.',
    commands: ["postconf -e 'dovecot_destination_recipient_limit = 1'", 'systemctl reload postfix', 'postqueue -f'],
  },
  reproduction: {
    inject: `cat >>/etc/postfix/master.cf <<'END'
boxes unix - n n - - pipe
  flags=D user=nobody argv=/bin/true \${recipient}
END
postconf -e 'local_transport = boxes'
echo 'alice: alice, root' >>/etc/aliases`,
    provoke: [{ kind: 'run', script: `printf 'Subject: x\\n\\nx\\n' | /usr/sbin/sendmail -f root alice root` }],
    repair: "postconf -e 'boxes_destination_recipient_limit = 1'; postqueue -f",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/pipe.8.html',
    'https://www.postfix.org/postconf.5.html#transport_destination_recipient_limit',
  ],
};
