import type { LogSign } from '../../../model/failure-mode';
import { parameter } from '../../shared/facts';
import { delivery, password, smarthost, smtp } from './smarthost';

/**
 * What Postfix as a client says of a certificate that it demands to be good. Before 3.6 that of an unknown authority is not trusted, and
 * one with another name not verified; since then both are not verified. Levels dane and fingerprint have the same words.
 */
const saidOf = (words: string, shown = words): readonly LogSign[] => [
  smtp(
    new RegExp(`status=deferred \\(Server certificate not ${words}\\)$`),
    delivery(`dsn=4.7.5, status=deferred (Server certificate not ${shown})`),
    'suggests',
  ),
  {
    ...smtp(
      new RegExp(`^\\w+: Server certificate not ${words}$`),
      `3C1D8C1D28: Server certificate not ${shown}`,
      'suggests',
    ),
    alternative: true as const,
  },
];

/** Said by some versions only. */
export const perhaps = (signs: readonly LogSign[]): readonly LogSign[] =>
  signs.map((sign) => ({ ...sign, alternative: true }));

export const notGood = saidOf('(?:trusted|verified)', 'trusted');
export const notVerified = saidOf('verified');

/** The words of OpenSSL where a certificate fits none of those that are written down, in main.cf or in the DNS. */
export const noneFits = smtp(
  /^(?:server |CA )?certificate verification failed for \S+: num=(?:65|1):/,
  'server certificate verification failed for smarthost.example.test[192.0.2.30]:587: num=65:no matching DANE TLSA records',
  'suggests',
);

/** What is demanded of all servers; smtp_tls_policy_maps may say otherwise of each. */
export const levelOf = (levels: string) =>
  parameter(
    'smtp_tls_security_level',
    new RegExp(`^(?:${levels})$`, 'i'),
    `smtp_tls_security_level is ${levels.replaceAll('|', ' or ')}`,
  );

/** Shell: a smarthost in the same container with a certificate of its own, in /etc/postfix/smarthost.pem. */
export const certifiedSmarthost = `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=smarthost.example.test -days 2 \\
  -keyout /etc/postfix/smarthost.key -out /etc/postfix/smarthost.pem 2>/dev/null
${smarthost('smtpd_tls_cert_file=/etc/postfix/smarthost.pem', 'smtpd_tls_key_file=/etc/postfix/smarthost.key')}
${password}`;

/** Shell: that it has to be of a known authority, and of this name. */
export const secureAs = (name: string) => `echo '[127.0.0.1]:2525 secure match=${name}' >/etc/postfix/tls_policy
postmap hash:/etc/postfix/tls_policy
postconf -e smtp_tls_policy_maps=hash:/etc/postfix/tls_policy`;
