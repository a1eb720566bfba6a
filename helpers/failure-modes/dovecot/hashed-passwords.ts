import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { mechanisms, noReason, ofUser, reply, users } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/hashed-passwords',
  kind: 'fault',
  title: 'Dovecot offers CRAM-MD5 or SCRAM, and the stored passwords are hashes that can’t serve it',
  cause:
    'CRAM-MD5 and DIGEST-MD5 need the password itself or their own form of it, SCRAM its own too. The user database ' +
    'has one-way hashes such as SHA512-CRYPT, with which only PLAIN and LOGIN can be checked. Clients choose the ' +
    'strongest that is offered, and fail with the right password.',
  symptoms: {
    log: [
      ofUser(
        'Requested \\S+ scheme, but we have only \\S+',
        'Requested CRAM-MD5 scheme, but we have only SHA512-CRYPT',
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Offer only what the stored passwords can serve.',
    commands: [
      "sed -i 's/^auth_mechanisms = .*/auth_mechanisms = plain login/' /etc/dovecot/conf.d/10-auth.conf",
      'systemctl restart dovecot',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `${mechanisms('plain login cram-md5')}
doveadm pw -s SHA512-CRYPT -p "$(sed -n 's/^alice@.*{PLAIN}//p' ${users})" >/root/hash
sed -i "s|^alice@.*|alice@example.test:$(cat /root/hash)|" ${users}
rm /root/hash`,
    provoke: [{ ...mailOfUser, login: { mechanism: 'CRAM-MD5', password: 'right' } }],
    repair: mechanisms('plain login'),
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
    'https://github.com/docker-mailserver/docker-mailserver/issues/2367',
  ],
};
