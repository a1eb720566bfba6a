import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { lookupFailed, typeUnknown } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/table-reader-not-trusted',
  kind: 'fault',
  title: 'the file that reads a type of table does not belong to root, so Postfix does not load it',
  cause:
    'The types of tables that come in packages are files such as postfix-mysql.so, which Postfix loads as root. It does ' +
    'so only where the file and its folder belong to root and nobody else may write to them. Images that copy or chown ' +
    'whole folders give them another owner; then the type is unknown, though the package is installed.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:unsupported dictionary type: \S+ \(\S+: (?:file|directory) is owned or writable by non-root users\)$|\S*\/dynamicmaps\.cf\S*: (?:file|directory) is owned or writable by non-root users -- skipping)/,
        specimen:
          'postfix/smtpd[84]: warning: unsupported dictionary type: pcre (/usr/lib/postfix/postfix-pcre.so: file is owned or writable by non-root users)',
        strength: 'names',
      },
      typeUnknown,
      lookupFailed,
    ],
    facts: [],
    client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
  },
  repair: {
    words: 'Give the file, and the folder that it is in, back to root.',
    commands: [
      'ls -ld /usr/lib/postfix /usr/lib/postfix/*.so',
      'chown root:root /usr/lib/postfix /usr/lib/postfix/*.so',
      'chmod go-w /usr/lib/postfix /usr/lib/postfix/*.so',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `shlib=$(postconf -h shlib_directory)
touch "$shlib/postfix-sample.so"
chown postfix "$shlib/postfix-sample.so"
echo 'sample postfix-sample.so dict_sample_open' >>"$(postconf -h meta_directory)/dynamicmaps.cf"
postconf -e smtpd_sender_login_maps=sample:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
    provoke: [mailOfUser],
    repair: `rm "$(postconf -h shlib_directory)/postfix-sample.so"
sed -i /^sample/d "$(postconf -h meta_directory)/dynamicmaps.cf"
echo '@outside.example alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login`,
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/postconf.5.html#shlib_directory',
    'https://github.com/mailcow/mailcow-dockerized/issues/4129',
    'https://github.com/bokysan/docker-postfix/issues/81',
  ],
};
