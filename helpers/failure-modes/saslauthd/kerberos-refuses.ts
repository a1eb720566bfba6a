import type { FailureMode } from '../../model/failure-mode';
import { fromSaslauthd } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/kerberos-refuses',
  kind: 'fault',
  title: 'saslauthd asks Kerberos, which lets the user not in',
  cause:
    'The number is Kerberos’s own: -1765328378 the name is not known, -1765328360 the password is wrong, -1765328164 and ' +
    '-1765328228 no KDC can be found or reached, -1765328347 the clocks differ, -1765328203 the keytab has no key for ' +
    'host/$myhostname, with which saslauthd makes sure that the KDC is the right one.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^\s*(?:DEBUG: )?auth_krb5: krb5_\w+(?:\(\))?(?: failed)?: /,
        'auth_krb5: krb5_get_init_creds_password: -1765328378',
        'names',
      ),
      verificationFailed,
      loginRefused,
      {
        pattern: /pam_krb5\(\S+\): authentication failure; logname=/,
        specimen:
          'saslauthd[9]: pam_krb5(smtp:auth): authentication failure; logname=alice uid=0 euid=0 tty= ruser= rhost=',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Log in to Kerberos by hand on this machine, and look into the keytab.',
    commands: ['kinit alice', 'klist -k', 'cat /etc/krb5.conf', 'testsaslauthd -s smtp -u alice -p PASSWORD'],
  },
  unreproduced: 'The reference servers have no KDC.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
