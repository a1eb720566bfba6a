import type { FailureMode } from '../../model/failure-mode';
import { submissionPorts } from '../tls/shared/handshakes';

export const mode: FailureMode = {
  id: 'ports/implicit-tls-service-in-clear',
  kind: 'fault',
  title: 'a service named after implicit TLS (smtps, submissions, 465) begins in clear',
  cause:
    'At 465 a client begins with TLS, and is right to. The service of master.cf has no smtpd_tls_wrappermode=yes: the -o line is missing, commented out, or not indented. So smtpd greets in clear and takes the client’s TLS greeting for a command. If the service was given that name (syslog_name) at 587 or 25, the client is wrong instead.',
  symptoms: {
    log: [
      {
        // \026\003 is how a ClientHello begins; other bytes may be those of a scanner that has finished TLS.
        pattern: /^(?:improper command pipelining after CONNECT|warning: non-SMTP command) from \S+: \\026\\003/,
        specimen:
          'postfix/smtps/smtpd[4120]: improper command pipelining after CONNECT from unknown[203.0.113.59]: \\026\\003\\001\\002\\000\\001\\000\\001\\374\\003\\003',
        strength: 'names',
        program: /(?:smtps|submissions|\b465)[^/]*\/smtpd$/,
      },
    ],
    facts: [],
    client: 'An error of its TLS library: wrong version number; or it waits until its time is up.',
  },
  repair: {
    words: 'Set smtpd_tls_wrappermode for that service only, never in main.cf: 25 and 587 begin in clear.',
    commands: [
      'postconf -Mf | grep -A 6 -E "^(smtps|submissions|465) "; postconf -P | grep -E "wrappermode|syslog_name"',
      'postconf -P submissions/inet/smtpd_tls_wrappermode=yes   # or smtps, or 465: as postconf -M names it',
      'systemctl reload postfix',
      'openssl s_client -connect localhost:465 -quiet </dev/null   # a certificate, not wrong version number',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of public reports and of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: [submissionPorts, 'https://www.postfix.org/postconf.5.html#smtpd_tls_wrappermode'],
};
