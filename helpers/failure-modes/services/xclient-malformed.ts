import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/xclient-malformed',
  kind: 'fault',
  title: 'a proxy tells Postfix about the client in a form that Postfix does not take',
  cause:
    'A proxy for submissions, such as Dovecot’s or nginx, hands the session on with XCLIENT. An IPv6 address without `IPV6:` before it, two attributes without a blank between them, or an attribute that this Postfix does not know are refused, and with them the client: those that come by IPv4 may get in all the same. Old versions of the proxy do it, or a proxy newer than Postfix.',
  symptoms: {
    log: [
      {
        pattern:
          /XCLIENT failed: 50[14] |501 5\.5\.4 Bad (?:ADDR|NAME|PORT|PROTO|HELO|DESTADDR|DESTPORT|LOGIN) syntax: /,
        specimen:
          'dovecot: submission-login: Error: proxy(alice@example.test,192.0.2.7:10025): Aborting due to remote server: XCLIENT failed: 501 5.5.4 Bad ADDR syntax: 2001:db8::9: user=<alice@example.test>, method=PLAIN',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The login fails or the connection ends, for some clients only',
  },
  repair: {
    words:
      'Update the proxy; until then, let it hand the session on without XCLIENT, and do without the client’s address.',
    commands: [
      'postconf smtpd_authorized_xclient_hosts',
      'swaks --server mail.example.test:587 --xclient-addr 2001:db8::9 --quit-after XCLIENT',
    ],
  },
  unreproduced: 'It takes such a proxy in front.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/XCLIENT_README.html', 'https://github.com/Mailu/Mailu/issues/2918'],
};
