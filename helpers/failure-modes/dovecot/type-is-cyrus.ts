import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { smtpdSetting } from '../shared/service-settings';
import { socketManual } from './shared/socket';

const typeForgotten = smtpdSetting(
  'smtpd_sasl_path names a socket of Dovecot, and smtpd_sasl_type is not dovecot',
  'postconf smtpd_sasl_type smtpd_sasl_path',
  (get) =>
    get('smtpd_sasl_type') !== 'dovecot' &&
    /^(?:private\/|inet:|unix:|\/.*(?:auth|dovecot))/.test(get('smtpd_sasl_path')),
);

export const mode: FailureMode = {
  id: 'dovecot/type-is-cyrus',
  kind: 'fault',
  title: 'smtpd_sasl_path names Dovecot’s socket, and smtpd_sasl_type still is cyrus',
  cause:
    'smtpd_sasl_type is cyrus by default, also where only smtpd_sasl_path was set for Dovecot. Cyrus SASL takes the ' +
    'path for the name of a configuration file, doesn’t find it, offers all its plug-ins and looks for users in ' +
    'sasldb2, which has none of them. Nothing of it reaches Dovecot, and Dovecot’s log shows no attempt.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: SASL \S+ authentication failed: authentication failure(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/submission/smtpd[81]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: authentication failure, sasl_username=alice@example.test',
        strength: 'accompanies',
      },
    ],
    facts: [alone(typeForgotten)],
    client:
      '535 5.7.8 Error: authentication failed: authentication failure; AUTH lists mechanisms that Dovecot has not.',
  },
  repair: {
    words: 'Set both parameters.',
    commands: ['postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
  },
  reproduction: {
    image: 'dovecot',
    // A sasldb2 that is in order, with another user: without one, that it is missing would be true as well.
    inject: `echo secret | saslpasswd2 -p -c -u example.test carol
chgrp postfix /etc/sasldb2
chmod 640 /etc/sasldb2
postconf -X smtpd_sasl_type`,
    provoke: [],
    repair: `rm /etc/sasldb2
postconf -e smtpd_sasl_type=dovecot`,
    toldBy: 'facts',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    socketManual,
    'https://github.com/docker-mailserver/docker-mailserver/issues/1049',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1345',
  ],
};
