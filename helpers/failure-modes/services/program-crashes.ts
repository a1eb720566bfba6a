import type { FailureMode } from '../../model/failure-mode';

const programs =
  'smtpd?|lmtp|cleanup|qmgr|postscreen|tlsproxy|proxymap|trivial-rewrite|dovecot\\S*|auth|imap|imap-login|exim4?|sendmail|opensmtpd|opendkim|opendmarc|openarc|rspamd|clamd|clamav-milter|spamass-milter|postsrsd|postgrey|policyd-spf|amavisd?|milter-\\S+';

export const mode: FailureMode = {
  id: 'services/program-crashes',
  kind: 'fault',
  title: 'a program of the mail system crashes, as the kernel says',
  cause:
    'The program reached for memory that is not its own, or met an instruction that this processor does not know. The library that the line names is the first suspect: one of another version after an upgrade, a plug-in of SASL, a client of a database, a filter’s own code. What it served fails each time: mail waits, or clients see the connection end.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^(?:(?:\\[[\\d. ]+\\] )?(?:traps: )?(?:${programs})\\[\\d+\\]:? )?(?:segfault at |general protection (?:fault )?ip:|trap invalid opcode )`,
        ),
        specimen:
          'kernel: smtp[903]: segfault at 10 ip 00007f2d3c1f2a10 sp 00007ffd5c0b3a60 error 4 in libsasl2.so.3.0.0[7f2d3c1e9000+1c000]',
        strength: 'names',
        program: new RegExp(`^(?:kernel|(?:postfix/)?(?:${programs}))$`),
      },
    ],
    facts: [],
    client: 'The connection ends, or mail stays in the queue.',
  },
  repair: {
    words:
      'Renew what was not upgraded together with the program, take the last plug-in or table away that was added, then report the crash with its core to who makes the library.',
    commands: [
      'journalctl -k | grep -iE "segfault|protection fault|invalid opcode" | tail',
      'coredumpctl list',
      'dpkg -V || rpm -Va',
    ],
  },
  unreproduced: 'It takes a library that crashes, and none of a distribution does.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/DEBUG_README.html'],
};
