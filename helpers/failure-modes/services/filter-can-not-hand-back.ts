import type { FailureMode } from '../../model/failure-mode';
import { privateIpv4, privateIpv6 } from '../shared/relay-denied';

const notHandedBack =
  "\\bBlocked MTA-B(?:LOCKED|locked)\\b|Temporary MTA failure on relaying|mail_via_smtp: .*(?:Can't connect to|Negative greeting|Negative SMTP resp)|Negative (?:greeting|SMTP (?:resp\\.|response)) (?:at |to )";

export const mode: FailureMode = {
  id: 'services/filter-can-not-hand-back',
  kind: 'fault',
  follows: true,
  title: 'the content filter can’t hand mail back to Postfix',
  cause:
    'amavis has looked at the mail and returns it, mostly to 127.0.0.1:10025, where nobody listens, or who listens refuses it: the service of master.cf is missing, wants TLS, a login or the PROXY protocol as main.cf says for all, or does not count the filter to mynetworks. Such a service needs its own `-o` settings. It may also refuse this one mail only, as for an unknown recipient or its size: smtpd’s own line then says so. Where the next server says it, the filter is that one’s, and only its administrator can mend it.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(`^(?!.*(?: said: |Diagnostic-Code: )).*(?:${notHandedBack})`),
        specimen:
          'amavis[90]: (00090-01) Blocked MTA-BLOCKED {TempFailedOpenRelay}, [192.0.2.1] <bob@example.com> -> <alice@example.test>',
        strength: 'names',
      },
      {
        // A filter of one’s own machine or network; that of the next server is no matter of this one.
        pattern: new RegExp(`host \\S+\\[(?:${privateIpv4}|${privateIpv6})\\] said: .*(?:${notHandedBack})`),
        specimen:
          'postfix/smtp[90]: 87F043F2BE: to=<alice@example.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=3, delays=1/0/0/2, dsn=4.5.0, status=deferred (host 127.0.0.1[127.0.0.1] said: 451 4.5.0 id=00090-01 - Temporary MTA failure on relaying, From MTA() during fwd-connect (Negative greeting): id=00090-01 (in reply to end of DATA command))',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(
          `host (?!\\S+\\[(?:${privateIpv4}|${privateIpv6})\\])\\S+ said: .*(?:${notHandedBack})|^Diagnostic-Code: .*(?:${notHandedBack})`,
        ),
        specimen:
          'postfix/smtp[90]: 87F043F2BE: to=<bob@example.org>, relay=mx.example.org[203.0.113.7]:25, delay=3, delays=1/0/0/2, dsn=4.5.0, status=deferred (host mx.example.org[203.0.113.7] said: 451 4.5.0 id=31337-05 - Temporary MTA failure on relaying, From MTA([127.0.0.1]:10025) during fwd-connect (Negative greeting): id=31337-05 (in reply to end of DATA command))',
        strength: 'suggests',
        alternative: true,
      },
      {
        // amavis.
        pattern: /450 4\.4\.1 Can't connect to 127\.0\.0\.1 port 10025/,
        specimen:
          "450 4.4.1 Can't connect to 127.0.0.1 port 10025, Connection refused, MTA([127.0.0.1]:10025), id=00012-01",
        strength: 'names',
        alternative: true,
      },
      {
        // spampd.
        pattern: /Failed to create sending Client: |\bspampd: socket connect failure: /,
        specimen:
          'spampd[9]: WARNING!! Error in process_request eval block: Failed to create sending Client: 127.0.0.1:10026: connect: Connection refused',
        strength: 'names',
        alternative: true,
      },
      {
        // Amavis.
        pattern: /NOTICE: UNABLE TO SEND DSN to <[^>]*>: .*(?:fwd-connect|connect)/,
        specimen:
          'amavis[12]: (00012-01) (!!)NOTICE: UNABLE TO SEND DSN to <bob@example.org>: 451 4.5.0 From MTA() during fwd-connect (Connection refused)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^NOQUEUE: reject: CONNECT from (?:localhost\[|\S*\[(?:127\.|::1\]))\S+: [45]\d\d .*; proto=SMTP$/,
        specimen:
          'postfix/smtpd[3575]: NOQUEUE: reject: CONNECT from localhost[127.0.0.1]: 554 5.7.1 <localhost[127.0.0.1]>: Client host rejected: Access denied; proto=SMTP',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken and stays.',
  },
  repair: {
    words: 'Have a service for what comes back, with everything switched off that main.cf says for clients.',
    commands: [
      'postconf -M | grep -A8 10025',
      'echo "EHLO filter" | nc -w 2 127.0.0.1 10025',
      'postconf -P 127.0.0.1:10025/inet/smtpd_upstream_proxy_protocol= 127.0.0.1:10025/inet/mynetworks=127.0.0.0/8',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Our images have no amavis.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/FILTER_README.html',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1192',
  ],
};
