import type { FailureMode } from '../../model/failure-mode';
import { noReason, ofUser, reply } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/weak-scheme',
  kind: 'fault',
  title: 'Dovecot 2.4 refuses passwords that are stored by a weak scheme',
  cause:
    'Since 2.4 Dovecot takes no password stored as MD5, LDAP-MD5, PLAIN-MD5 or CRYPT without being told to: what worked with ' +
    '2.3 fails after the upgrade, though the password is right.',
  symptoms: {
    log: [
      ofUser(
        'Invalid password in passdb: Weak password scheme ',
        "Invalid password in passdb: Weak password scheme 'MD5' used and refused",
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Give the users new passwords of a scheme of today; until then, allow the weak ones.',
    commands: [
      'doveadm pw -s SHA512-CRYPT',
      "echo 'auth_allow_weak_schemes = yes' >/etc/dovecot/conf.d/99-weak-schemes.conf   # until all have new ones",
      'doveconf -n >/dev/null && systemctl restart dovecot',
    ],
  },
  unreproduced: 'Its line and its repair were seen with Dovecot 2.4.1; the image of the modes has 2.3.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/latest/installation/upgrade/2.3-to-2.4.html'],
};
