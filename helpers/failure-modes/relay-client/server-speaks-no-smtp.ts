import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/server-speaks-no-smtp',
  kind: 'fault',
  title: 'what answers at the next server’s port speaks no SMTP, or not as it should',
  cause:
    'A web server, a proxy, a printer or a TLS port without implicit TLS answers there, or a program in between puts its own text in. Postfix logs what it can not read as a reply, or a reply that is too long. Behind an SMTP server that answers otherwise, it is one with a faulty program or a firewall that rewrites SMTP.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: (?:multi-line )?response longer than \d+|^warning: \S+: non-(?:ESMTP|SMTP|LMTP) response from /,
        specimen:
          'postfix/smtp[9]: warning: mx.example.com[192.0.2.1]:25: non-ESMTP response from mx.example.com[192.0.2.1]:25: HTTP/1.1 400 Bad Request',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'See what answers there, and correct host or port.',
    commands: ['nc -w 5 smtp.example.com 25 </dev/null | head -3', 'postconf -h relayhost transport_maps'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#relayhost', 'RFC 5321 section 4.2'],
};
