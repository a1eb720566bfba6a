import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { connect, dead, noFile, noGreeting, socketManual, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/path-of-cyrus',
  kind: 'fault',
  title: 'smtpd_sasl_type is dovecot, and smtpd_sasl_path still is one for Cyrus SASL',
  cause:
    'For Cyrus SASL, smtpd_sasl_path is the name of a configuration file, smtpd by default; for Dovecot it is a socket. ' +
    'Only the type was changed, so smtpd takes the name, or a list of folders, for a socket in the queue directory.',
  symptoms: {
    log: [
      connect(`(?:smtpd|/(?:etc|usr)/[^' ]*|(?!unix:)[^' ]+:/[^' ]*)`, noFile, `'smtpd' failed: ${noFile}`, 'names'),
      ...stopsSmtpd,
    ],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words: 'Name the socket that Dovecot makes for Postfix.',
    commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
  },
  reproduction: {
    image: 'dovecot',
    inject: 'postconf -X smtpd_sasl_path',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_path=private/auth',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [socketManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/1049'],
};
