import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/lmtp-server-breaks-off',
  kind: 'fault',
  title: 'the server that has the mailboxes breaks off while it takes a mail',
  cause:
    'It was reached by LMTP and ended, or did not answer in time: its process crashed, ran out of memory or of its limit of clients, or waits for a database or a directory that does not answer. Why stands in its own log at that moment; Postfix tries again.',
  symptoms: {
    log: [
      {
        pattern:
          /relay=(?!\S+:100\d\d,)\S+, .*status=deferred \((?:lost connection with \S+ while (?:sending|receiving|performing) |conversation with \S+ timed out while )/,
        specimen:
          'postfix/lmtp[20160]: AC69E7A05B0: to=<alice@example.test>, relay=127.0.0.1[127.0.0.1]:24, delay=1059, delays=1059/0.04/0/0.06, dsn=4.4.2, status=deferred (lost connection with 127.0.0.1[127.0.0.1] while sending RCPT TO)',
        strength: 'suggests',
        program: /(?:^|\/)lmtp$/,
      },
      {
        // A piece without the process: the container of mailcow.
        pattern:
          /relay=dovecot\[[^\]]+\]:24, .*status=deferred \((?:lost connection with \S+ while |conversation with \S+ timed out while )/,
        specimen:
          'postfix/lmtp[20160]: 6F0E398FFF24: to=<bob@example.test>, relay=dovecot[fd4d:6169::f]:24, delay=7502, delays=7487/0.01/0.1/14, dsn=4.4.2, status=deferred (lost connection with dovecot[fd4d:6169::f] while sending end of data -- message may be sent more than once)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken and stays.',
  },
  repair: {
    words: 'Read the log of that server at the same time, and see whether its processes end.',
    commands: [
      'doveadm log errors   # of Dovecot',
      'journalctl -k | grep -iE "oom|segfault"',
      'postconf lmtp_data_done_timeout lmtp_rcpt_timeout',
      'postqueue -f',
    ],
  },
  unreproduced: 'Our images have no server that breaks off so.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/lmtp.8.html'],
};
