import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/answers-out-of-step',
  kind: 'fault',
  title: 'the next server answers out of step, and its 250 is taken for a refusal',
  cause:
    'Postfix has sent several commands at once (PIPELINING), and the server has answered one of them with no reply or with two: of each reply that follows, Postfix thinks that it belongs to the next command. A 250 is no answer to DATA, so the mail bounces with a reply that sounds well.',
  symptoms: {
    log: [
      {
        pattern:
          /status=(?:bounced|deferred) \((?:host \S+ said: )?2\d\d[ -].*\(in reply to (?:end of )?(?:DATA|MAIL FROM|RCPT TO)\b/,
        specimen:
          'postfix/lmtp[11370]: 4QTz1: to=<alice@example.test>, relay=public/lmtp[public/lmtp], delay=1, delays=0/0/0/1, dsn=5.5.0, status=bounced (host public/lmtp[public/lmtp] said: 250 2.1.5 ok (in reply to DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
      },
    ],
    facts: [],
    client: 'A bounce that quotes a 250',
  },
  repair: {
    words: 'Look into the log of that server; until it is mended, do not pipeline to it.',
    commands: [
      "postconf -e 'lmtp_discard_lhlo_keywords = pipelining'",
      "postconf -e 'smtp_discard_ehlo_keywords = pipelining'",
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'It takes a server that breaks the protocol.',
  versions: {},
  noticedBy: [],
  references: ['https://mail.spinics.net/lists/info-cyrus/msg03617.html', 'RFC 2920'],
};
