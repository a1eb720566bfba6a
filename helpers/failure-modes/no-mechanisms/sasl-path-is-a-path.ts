import type { FailureMode } from '../../model/failure-mode';
import { alone, parameter } from '../shared/facts';
import { manual } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/sasl-path-is-a-path',
  kind: 'fault',
  title: 'smtpd_sasl_path holds a file or folder where Cyrus SASL wants a name',
  cause:
    'With Cyrus, smtpd_sasl_path is the name of the application, `smtpd`, from which SASL makes the file name ' +
    'smtpd.conf. A path, or `saslauthd`, makes it look for a file that does not exist; it says nothing and uses its ' +
    'defaults: all installed mechanisms, and sasldb2 for the passwords, whatever smtpd.conf says.',
  symptoms: {
    log: [],
    facts: [
      alone({
        words: 'smtpd_sasl_path is set, and not to smtpd or to a socket of Dovecot',
        look: 'postconf -h smtpd_sasl_path',
        holds: ({ mainCf }) => {
          const path = mainCf?.get('smtpd_sasl_path')?.value ?? 'smtpd';
          // On Debian the folder above /etc/postfix/sasl is looked in as well.
          return mainCf && !/^(?:(?:sasl\/)?smtpd)?$|^(?:private|inet:|unix:)|\/auth\b|dovecot/.test(path);
        },
      }),
      parameter('smtpd_sasl_type', /^(?:cyrus)$/, 'smtpd_sasl_type is cyrus', 'cyrus'),
    ],
    client:
      'AUTH offers more mechanisms than mech_list has; `535 5.7.8 Error: authentication failed` for right passwords.',
  },
  repair: {
    words: 'Set the name, and restart Postfix; where the file is, SASL knows by itself.',
    commands: ['postconf -e smtpd_sasl_path=smtpd', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `printf 'pwcheck_method: auxprop\\nmech_list: cram-md5\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_path=/etc/postfix/sasl/smtpd.conf`,
    provoke: [],
    repair: `postconf -e smtpd_sasl_path=smtpd
sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf`,
    toldBy: 'facts',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [`${manual}#smtpd_sasl_path`],
};
