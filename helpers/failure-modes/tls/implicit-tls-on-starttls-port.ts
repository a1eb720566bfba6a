import type { FailureMode } from '../../model/failure-mode';
import { leavesAtSubmission, submissionPorts } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/implicit-tls-on-starttls-port',
  kind: 'client',
  title: 'a client begins with TLS at a port that expects STARTTLS',
  cause:
    'At 587 and 25 a session begins in clear, and STARTTLS makes it secure. The client is set to "SSL/TLS", which ' +
    'belongs to 465: it sends a TLS greeting, whose bytes smtpd takes for a command. Where the port is 465 under a name of another service, that service lacks ' +
    'smtpd_tls_wrappermode=yes, and the client is right.',
  symptoms: {
    log: [
      {
        // \026\003 is how a ClientHello begins; where it comes late, its first line end makes a command of it.
        pattern:
          /^(?:improper command pipelining after CONNECT from \S+: \\026\\003|warning: non-SMTP command from \S+: \\026\\003)/,
        specimen:
          'postfix/submission/smtpd[310]: improper command pipelining after CONNECT from client.outside.example[198.51.100.7]: \\026\\003\\001\\001*\\001\\000\\001&\\003\\0036',
        strength: 'names',
        // A service that is named after implicit TLS lacks the setting: ports/implicit-tls-service-in-clear.
        program: /^(?!.*(?:smtps|submissions|\b465)[^/]*\/smtpd$)/,
      },
      {
        // As all that it wrote before 3.
        pattern: /^lost connection after UNKNOWN from /,
        specimen:
          'postfix/submission/smtpd[22751]: lost connection after UNKNOWN from client.outside.example[198.51.100.7]',
        strength: 'accompanies',
        alternative: true,
        alone: true,
      },
      {
        // At the port for users it is hardly anything else.
        pattern: /^lost connection after UNKNOWN from /,
        specimen:
          'postfix/submission/smtpd[22751]: lost connection after UNKNOWN from client.outside.example[198.51.100.7]',
        strength: 'suggests',
        program: /submission\/smtpd$/,
        alternative: true,
      },
      {
        pattern: /DEBUG -- : \[\w+\] <= .*\uFFFD/,
        specimen: 'DEBUG -- : [MV4EFR] <= ���m/D7',
        strength: 'suggests',
        alternative: true,
      },
      { ...leavesAtSubmission, alternative: true },
    ],
    facts: [],
    client: 'An error of its TLS library: wrong version number.',
  },
  repair: {
    words: 'In the client: 587 with STARTTLS, or 465 with SSL/TLS. On the server, offer both.',
    commands: ['postconf -M | grep -E "^(submission|smtps|submissions|587|465) "', 'postconf -P | grep wrappermode'],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', tls: 'implicit-tls', lines: [], times: 4 }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    submissionPorts,
    'https://github.com/docker-mailserver/docker-mailserver/issues/1449',
    'https://github.com/nodemailer/nodemailer/issues/1318',
  ],
};
