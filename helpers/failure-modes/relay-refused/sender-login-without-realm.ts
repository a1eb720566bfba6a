import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { askOwners, loginMapsSet, senderRefused } from './shared/sender-owners';

export const mode: FailureMode = {
  id: 'relay-refused/sender-login-without-realm',
  kind: 'fault',
  common: true,
  title: 'smtpd_sender_login_maps names the user otherwise than the login does',
  cause:
    'The owner in the table must be the login as SASL has it, with its realm: `alice` is not `alice@example.test`. ' +
    'Tables made for another back end (LDAP uid, system users) have the one form, logins the other, and then nobody ' +
    'owns even the own address.',
  symptoms: {
    log: [
      senderRefused(
        /<([^@>]+)@[^>]*>: Sender address rejected: not owned by user \1(?:@[^;]+)?;/,
        '<alice@example.test>: Sender address rejected: not owned by user alice@example.test; from=<alice@example.test>',
        'suggests',
      ),
    ],
    facts: [loginMapsSet],
    client: '553 5.7.1 <alice@example.test>: Sender address rejected: not owned by user alice@example.test',
  },
  repair: {
    words: 'Write owners as sasl_username= in the log shows them.',
    commands: [
      'grep -o "sasl_username=.*" /var/log/maillog | sort -u   # Debian: /var/log/mail.log',
      'sed -i "s/ alice$/ alice@example.test/" /etc/postfix/sender_login',
      'postmap hash:/etc/postfix/sender_login',
    ],
  },
  reproduction: {
    inject: `printf '%s\\n' 'alice@example.test alice' '@outside.example alice' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
${askOwners}`,
    provoke: [{ ...mailOfUser, from: 'alice@example.test' }],
    repair: `sed -i 's/ alice$/ alice@example.test/' /etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login`,
    toldBy: 'log and facts',
  },
  versions: { from: '2.1' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1340',
  ],
};
