import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/proxy-list-unreadable',
  kind: 'fault',
  title: 'smtpd can not evaluate a list of clients that it needs for EHLO, and sends them away',
  cause:
    'smtpd_authorized_xclient_hosts or …_xforward_hosts, which say who may speak for other clients, has bits behind the mask (172.18.0.1/16) or a word or table that can’t be looked up; often a variable of a container whose network has changed. With AUTH or VERP in the line it is smtpd_sasl_exceptions_networks or smtpd_authorized_verp_clients. smtpd ends the session of everybody who is not found before that entry.',
  symptoms: {
    log: [
      {
        pattern: /^warning: don't know if (?:EHLO feature|command) \S+ should be (?:announced to|allowed from) /,
        specimen:
          "postfix/smtpd[290]: warning: don't know if EHLO feature XCLIENT should be announced to client.outside.example[198.51.100.7]",
        strength: 'names',
      },
      {
        pattern:
          /^(?:warning|error|fatal): smtpd_authorized_x(?:client|forward)_hosts: (?:non-null host address bits in|bad mask length in|bad net\/mask pattern:|bad address pattern:) "/,
        specimen:
          'postfix/smtpd[290]: warning: smtpd_authorized_xclient_hosts: non-null host address bits in "172.18.0.1/16", perhaps you should use "172.18.0.0/16" instead',
        strength: 'names',
      },
      {
        // nginx as a proxy in front.
        pattern: /upstream sent invalid response: "421 4\.3\.0 \S+ Server local data error/,
        specimen:
          '[error] 9#9: *49 upstream sent invalid response: "421 4.3.0 mail.example.test Server local data error" while reading response from upstream',
        strength: 'names',
        alternative: true,
      },
      {
        // Any other table that smtpd needs then, as while a database is down; of the next server, it is that one’s.
        pattern:
          /^(?!.*(?: said: |refused to talk to me|Diagnostic-Code: |upstream sent )).*\b421 (?:4\.3\.0 )?\S+ Server local data error/,
        specimen:
          'postfix/smtpd[290]: NOQUEUE: reject: EHLO from client.outside.example[198.51.100.7]: 421 4.3.0 mail.example.test Server local data error; proto=SMTP helo=<client>',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 4.3.0 mail.example.test Server local data error, instead of an answer to EHLO',
  },
  repair: {
    words: 'Write the network as the warning says, or the one address without a mask; mend the table, if one fails.',
    commands: [
      'postconf smtpd_authorized_xclient_hosts smtpd_authorized_xforward_hosts',
      'postconf smtpd_sasl_exceptions_networks smtpd_authorized_verp_clients smtpd_discard_ehlo_keyword_address_maps',
      'postconf -e "smtpd_authorized_xclient_hosts = 172.18.0.0/16"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_authorized_xclient_hosts = 192.0.2.1/24"',
    provoke: [mailOfUser],
    repair: 'postconf -e "smtpd_authorized_xclient_hosts ="',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_authorized_xclient_hosts',
    'https://github.com/Mailu/Mailu/issues/1794',
  ],
};
