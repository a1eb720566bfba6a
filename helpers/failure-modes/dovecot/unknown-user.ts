import type { FailureMode } from '../../model/failure-mode';
import { dovecotSays, loginOfAlice, noReason, ofUser, reply, says, usersFail } from './shared/answers';
import { config } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/unknown-user',
  kind: 'client',
  common: true,
  title: 'a name is not in Dovecot’s user database, often for want of its domain',
  cause:
    'Dovecot looks a name up as it was given, or as auth_username_format makes it. Users are listed as alice@example.test and log in as alice, without auth_default_realm to add the domain; or the other way round; or there is no such user, as with guessing programs. With several passdbs an older Dovecot says so of each that does not have the name, and the next one may let it in. Where the domain is part of the path of a passwd-file (%d), nothing stands in its place. Without a client’s address it is no login: LMTP, dovecot-lda or doveadm asks for a recipient.',
  symptoms: {
    log: [
      ofUser('(?<!,master\\): )unknown user\\b(?!: "|.* - trying the next )', 'unknown user'),
      {
        // The domain, %d, is a part of the path.
        ...dovecotSays(
          /Error: passwd-file\S* .*(?:open|stat)\(\S*\/\/\S*\) failed: No such file or directory/,
          'Error: passwd-file(alice,198.51.100.7): stat(/etc/exim4/domains//passwd) failed: No such file or directory',
        ),
        alternative: true,
      },
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words:
      'Log in with the name as it is listed; or let Dovecot add the domain, or drop it. Dovecot 2.4 has other names for ' +
      'that than 2.3: with those of 2.3 it does not start, or takes every user for the text %n. Look which one it is.',
    commands: [
      'doveadm user alice@example.test',
      'dovecot --version',
      "echo 'auth_default_realm = example.test' >/etc/dovecot/conf.d/99-realm.conf   # 2.3; 2.4: auth_default_domain",
      "echo 'auth_username_format = %n' >/etc/dovecot/conf.d/99-name.conf   # 2.3, instead; 2.4: %{user | username | lower}",
      'doveconf -n >/dev/null && systemctl restart dovecot',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `sed -i '/^auth_default_realm/d' ${config}`,
    provoke: says(loginOfAlice),
    repair: `echo 'auth_default_realm = example.test' >>${config}`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: usersFail,
  references: [
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-auth_default_realm',
    'https://github.com/docker-mailserver/docker-mailserver/issues/4317',
  ],
};
