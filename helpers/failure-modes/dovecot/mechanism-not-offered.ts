import type { FailureMode } from '../../model/failure-mode';
import { mechanisms, says } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/mechanism-not-offered',
  kind: 'fault',
  title: 'a client asks for a mechanism that is not offered',
  cause:
    'auth_mechanisms of Dovecot is plain unless it says more. Outlook and many printers and cameras know LOGIN only, and ask for it whatever EHLO says. Postfix leaves out what smtpd_sasl_security_options, or smtpd_sasl_tls_security_options within TLS, forbids, and says then the same. Where nobody but strangers ask for it, they are guessing passwords.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: Invalid authentication mechanism(?:: '.*')?(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/submission/smtpd[171]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: Invalid authentication mechanism, sasl_username=(unavailable)',
        strength: 'names',
      },
      {
        pattern: /-login: .*\(tried to use unsupported auth mechanism\)/,
        specimen:
          'dovecot: submission-login: Disconnected (tried to use unsupported auth mechanism): user=<>, method=CRAM-MD5, rip=203.0.113.9, lip=192.0.2.1, TLS, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client:
      "535 5.7.8 Error: authentication failed: Invalid authentication mechanism; from Postfix 3.10 on with its name, : 'LOGIN'",
  },
  repair: {
    words: 'Let Dovecot offer LOGIN as well, and see that no security option of Postfix takes it away.',
    commands: [
      'doveconf auth_mechanisms; postconf smtpd_sasl_security_options smtpd_sasl_tls_security_options',
      "sed -i 's/^auth_mechanisms = .*/auth_mechanisms = plain login/' /etc/dovecot/conf.d/10-auth.conf",
      'systemctl restart dovecot',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: mechanisms('plain'),
    provoke: says('AUTH LOGIN'),
    repair: mechanisms('plain login'),
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/login-on-587-before-tls'],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/authentication_mechanisms/',
    'https://github.com/MoeNetwork/Tieba-Cloud-Sign/issues/295',
  ],
};
