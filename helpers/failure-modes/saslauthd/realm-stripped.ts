import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksSaslauthdStartedByHand, fromSaslauthd, loginOfUser, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { pamSaidNoToBareName } from './shared/pam';
import { answersNo } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/realm-stripped',
  kind: 'fault',
  title: 'saslauthd asks for the bare name, and the accounts are full addresses',
  cause:
    'A login such as alice@example.test is cut at the @, and without -r saslauthd hands only `alice` to what is ' +
    'behind it; smtpd_sasl_local_domain adds a realm in the same way. Accounts of LDAP, of a database or of ' +
    'pam_userdb are often stored as full addresses, so nobody is found.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^(?:DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module|Authentication failed for [^\s/@]+\/\S+: User not found \(-6\))$/,
        'DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module',
        'suggests',
      ),
      pamSaidNoToBareName,
      verificationFailed,
      loginRefused,
      answersNo,
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words:
      'Start saslauthd with -r (CentOS: FLAGS=-r in /etc/sysconfig/saslauthd, Debian: OPTIONS in ' +
      '/etc/default/saslauthd), so that name and realm are put together again.',
    commands: ['sed -i "s/^FLAGS=.*/FLAGS=-r/" /etc/sysconfig/saslauthd', 'systemctl restart saslauthd'],
  },
  reproduction: {
    inject: `printf 'alice@example.test\\ncorrect-horse-alice\\n' | db_load -T -t hash /etc/mail-users.db
for step in auth account; do echo "$step required pam_userdb.so db=/etc/mail-users"; done >/etc/pam.d/smtp
${asksSaslauthdStartedByHand}
sed -i 's/^MECH=.*/MECH=pam/' /etc/sysconfig/saslauthd
mailctl start-saslauthd`,
    provoke: [loginOfUser],
    repair: `mailctl stop-saslauthd
mailctl start-saslauthd -r`,
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/1380',
    'https://github.com/docker-mailserver/docker-mailserver/pull/448',
  ],
};
