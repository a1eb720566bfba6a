import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy, password, plainSmarthost, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/wrapper-mode-without-encrypt',
  kind: 'fault',
  title: 'smtp_tls_wrappermode is on, and smtp_tls_security_level does not demand TLS',
  cause:
    'A port that begins with TLS, 465, needs both: smtp_tls_wrappermode = yes, and smtp_tls_security_level = encrypt or ' +
    'stronger. With the level may, or none, Postfix delivers nothing and says what it wants. All mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        /^warning: smtp_tls_wrappermode requires /,
        'warning: smtp_tls_wrappermode requires "smtp_tls_security_level = encrypt" (or stronger)',
        'names',
      ),
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Demand TLS as well; or at 587 leave wrapper mode off.',
    commands: ['postconf -e smtp_tls_security_level=encrypt', 'systemctl reload postfix', 'postqueue -f'],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=may`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_wrappermode=no smtp_tls_security_level=may',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy,
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode',
    'https://github.com/Mailu/Mailu/issues/2245',
  ],
};
