import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { smtpdSetting } from '../shared/service-settings';
import { dead, noGreeting, stopsSmtpd } from './shared/socket';

const noPlaintextLeft = smtpdSetting(
  'smtpd_sasl_type is dovecot, and noplaintext is in force where AUTH is offered',
  'postconf smtpd_sasl_type smtpd_sasl_security_options smtpd_sasl_tls_security_options smtpd_tls_auth_only',
  (get) => {
    const inClear = get('smtpd_sasl_security_options');
    const inTls = get('smtpd_sasl_tls_security_options') || inClear;
    const offered = get('smtpd_tls_auth_only') === 'yes' ? [inTls] : [inClear, inTls];
    return get('smtpd_sasl_type') === 'dovecot' && offered.some((options) => /\bnoplaintext\b/.test(options));
  },
);

export const mode: FailureMode = {
  id: 'dovecot/noplaintext',
  kind: 'fault',
  title: 'noplaintext takes away every mechanism that Dovecot offers',
  cause:
    'Dovecot offers PLAIN, often LOGIN too, and seldom more, as its passwords are stored as hashes. ' +
    'smtpd_sasl_security_options = noplaintext removes just these. smtpd ends with "no SASL authentication mechanisms" ' +
    'and, other than with Cyrus SASL, no line before it says why.',
  symptoms: {
    log: stopsSmtpd,
    facts: [alone(noPlaintextLeft)],
    client: noGreeting,
  },
  repair: {
    words: 'Take noplaintext away, and protect passwords with TLS instead.',
    commands: [
      'postconf -e smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=yes',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: 'postconf -e smtpd_sasl_security_options=noanonymous,noplaintext',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'facts',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_sasl_security_options',
    'https://github.com/docker-mailserver/docker-mailserver/issues/226',
  ],
};
