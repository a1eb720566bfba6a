import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/port-465-without-wrapper-mode',
  kind: 'fault',
  title: 'relayhost is at port 465, where TLS comes first, and Postfix waits for a greeting',
  cause:
    'At port 465 the smarthost expects TLS at once. Without smtp_tls_wrappermode Postfix waits for a greeting in ' +
    'plain text that never comes, until its time is up after five minutes.',
  symptoms: {
    log: [
      smtp(
        /^(?:CLIENT wrappermode \(port smtps\/465\) is unimplemented$|SMTPS wrappermode \(TCP port 465\) requires setting )/,
        'SMTPS wrappermode (TCP port 465) requires setting "smtp_tls_wrappermode = yes", and "smtp_tls_security_level = encrypt" (or stronger)',
        'names',
      ),
      {
        // Before 3.0, which can not say it.
        pattern:
          /relay=\S+:465, .*status=deferred \((?:conversation with \S+ timed out|lost connection with \S+) while receiving the initial server greeting\)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:465, delay=300, delays=0.1/0/300/0, dsn=4.4.2, status=deferred (conversation with smtp.example.net[192.0.2.30] timed out while receiving the initial server greeting)',
        strength: 'names',
        applies: (_match, { mainCf }) => mainCf?.get('smtp_tls_wrappermode')?.value !== 'yes',
        alternative: true,
      },
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Switch wrapper mode on (Postfix 3.0 and later), or use port 587.',
    commands: [
      'postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `postconf -e 'relayhost = [203.0.113.25]:465'`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1428',
  ],
};
