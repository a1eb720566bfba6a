import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy, password, plainSmarthost, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/wrapper-mode-at-starttls-port',
  kind: 'fault',
  title:
    'TLS begins, and the next server answers in plain text, as where smtp_tls_wrappermode meets a port for STARTTLS',
  cause:
    'With smtp_tls_wrappermode Postfix begins with TLS, which belongs to port 465. At 587 and 25 the smarthost answers with its greeting in plain text, and OpenSSL calls that a wrong version number. Without wrapper mode it comes behind STARTTLS: a proxy, virus scanner or firewall goes on in clear, or the server speaks a version that is too old. Mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:(?:wrong version number|unknown protocol)(?::|$)/,
        'warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:',
        'names',
      ),
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'At 587 leave wrapper mode off: STARTTLS is used by itself. Or use the smarthost’s port 465.',
    commands: [
      'postconf smtp_tls_wrappermode relayhost; postconf -P | grep smtp_tls_wrappermode',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
      'postconf -e smtp_tls_wrappermode=no',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_wrappermode=no smtp_tls_security_level=may',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy,
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode',
    'https://github.com/loganmarchione/docker-postfixrelay/issues/59',
  ],
};
