import type { FailureMode } from '../../model/failure-mode';
import { mapFails } from '../services/shared/databases';
import { mailOfUser } from '../shared/client-steps';
import { toSee } from '../shared/facts';
import { aliasesUnavailable, lookupFailed, typeUnknown } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/table-type-unsupported',
  kind: 'fault',
  title: 'a table has a type that this Postfix does not have',
  cause:
    'Types are built in or come in packages of their own: postfix-mysql, postfix-pcre, postfix-lmdb. Alpine, newer SUSE and others build without Berkeley DB, so `hash:` and `btree:` of an old main.cf are unknown there. Or the package is installed, and /etc/postfix/dynamicmaps.cf has no line for the type, since the folder was restored from another server or a volume lies over it; installing the package anew writes it. What needs the table is put off.',
  symptoms: {
    log: [typeUnknown, lookupFailed, aliasesUnavailable, mapFails],
    facts: [
      toSee(
        'main.cf names a table of a type that postconf -m does not list',
        "postconf -m; postconf -n | grep -oE '\\b[a-z]+:/\\S+'",
      ),
    ],
    client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
  },
  repair: {
    words: 'Use a type that postconf -m lists and build the table anew; or install the package that brings the type.',
    commands: [
      'postconf -m',
      'cat /etc/postfix/dynamicmaps.cf /etc/postfix/dynamicmaps.cf.d/*; ls /usr/lib*/postfix/postfix-*.so',
      'yum install postfix-pgsql   # Debian: apt-get install postfix-pgsql',
      'yum reinstall postfix-pgsql   # Debian: apt-get install --reinstall postfix-pgsql',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e smtpd_sender_login_maps=pgsql:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
    provoke: [mailOfUser],
    repair: `echo '@outside.example alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/DATABASE_README.html#types',
    'https://www.postfix.org/postconf.5.html#meta_directory',
    'https://github.com/Mailu/Mailu/pull/1918',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3154',
    'https://github.com/Mailu/Mailu/issues/2191',
    'https://github.com/modoboa/modoboa/issues/1270',
  ],
};
