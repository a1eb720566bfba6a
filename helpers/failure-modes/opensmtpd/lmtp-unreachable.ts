import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/lmtp-unreachable',
  kind: 'fault',
  title: 'OpenSMTPD does not reach the LMTP server',
  cause:
    'The action delivers by lmtp, and nothing listens at that socket or port, or the socket is closed for the user as whom mail.lmtp runs: the recipient, or who stands behind `user` in the action. SELinux may forbid it too. An unexpected EOF is a server that hangs up: its log says why.',
  symptoms: {
    log: [
      {
        pattern:
          /mail\.lmtp: (?:connect: |connect\(|inet: |unix: |unexpected EOF|socket: |(?:Connection refused|Permission denied|No such file))/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<alice@example.test> rcpt=<alice@example.test> user=alice delay=40s result=TempFail stat=Error (temporary failure: "mail.lmtp: connect: Connection refused")',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Start it, name its socket, and open that to the user.',
    commands: [
      'grep -n lmtp /etc/smtpd.conf   # action "local" lmtp "/run/dovecot/lmtp" rcpt-to user vmail',
      'ls -l /run/dovecot/lmtp; ausearch -m avc -ts recent',
      'smtpctl schedule all',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/mail.lmtp.8', 'https://man.openbsd.org/smtpd.conf.5'],
};
