import type { FailureMode } from '../../model/failure-mode';
import { slapdRefusesBind } from '../shared/slapd';
import { loginOfAlice, noReason, ofUser, reply, says } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/wrong-password',
  kind: 'client',
  common: true,
  title: 'the password that a user gives Dovecot does not match the stored one',
  cause:
    'Dovecot knows the user. Most often the password is wrong; where it fails for all, the stored hash is of another scheme than the default, or LDAP’s bind name is not the user’s or the account is locked there. Postfix isn’t told why: it logs "(reason unavailable)", older ones UGFzc3dvcmQ6, the word "Password:" in base64, left over from the question. Many such lines from many addresses are somebody who guesses.',
  symptoms: {
    log: [
      ofUser('(?:Password mismatch|invalid credentials)(?!.* - trying the next )', 'Password mismatch'),
      noReason,
      slapdRefusesBind,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words:
      'Try the password by hand. If it is right there, look at the client; if not, see that the scheme of the stored one is named, or set a new one.',
    commands: ['doveadm auth test alice@example.test', 'doveconf -n | grep -i scheme; grep -ri scheme /etc/dovecot'],
  },
  reproduction: {
    image: 'dovecot',
    inject: '',
    provoke: says(loginOfAlice),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://github.com/hardware/mailserver/issues/331',
    'https://github.com/fail2ban/fail2ban/issues/1245',
    'https://github.com/iredmail/dockerized/issues/24',
  ],
};
