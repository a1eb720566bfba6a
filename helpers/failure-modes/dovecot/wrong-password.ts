import type { FailureMode } from '../../model/failure-mode';
import { slapdRefusesBind } from '../shared/slapd';
import { loginOfAlice, noReason, ofUser, reply, says } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/wrong-password',
  kind: 'client',
  common: true,
  title: 'a user of Dovecot gives a wrong password',
  cause:
    'Dovecot knows the user, and the password is another. Postfix isn’t told why: it logs "(reason unavailable)", ' +
    'older ones UGFzc3dvcmQ6, which is only the word "Password:" in base64, left over from the question. Many such ' +
    'lines from many addresses are somebody who guesses.',
  symptoms: {
    log: [ofUser('(?:Password mismatch|invalid credentials)', 'Password mismatch'), noReason, slapdRefusesBind],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Try the password by hand. If it is right there, look at the client; if not, set a new one.',
    commands: ['doveadm auth test alice@example.test'],
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
