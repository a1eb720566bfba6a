import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { type CommandPlace, commandFor } from '../../../helpers/postfix/commands';

const old = { postfixVersion: '2.10.1' };

test.each<[CommandPlace, string, string]>([
  [{}, 'yum install x   # Debian: apt-get install y', 'yum install x   # Debian: apt-get install y'],
  [{ system: 'debian' }, 'yum install x   # Debian: apt-get install y', 'apt-get install y'],
  [{ system: 'enterprise linux' }, 'yum install x   # Debian: apt-get install y', 'yum install x'],
  [{ system: 'alpine' }, 'yum install postfix-pgsql   # Debian: apt-get install y', 'apk add postfix-pgsql'],
  [
    { system: 'debian' },
    'grep ^mech_list /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
    'grep ^mech_list /etc/postfix/sasl/smtpd.conf',
  ],
  [{ hasSystemd: false }, 'systemctl reload postfix', 'postfix reload'],
  [{ hasSystemd: false }, 'systemctl restart postfix', 'postfix stop; postfix start'],
  [{ hasSystemd: true }, 'systemctl restart postfix', 'systemctl restart postfix'],
  [
    old,
    'postconf -P submission/inet/smtpd_sasl_auth_enable=yes',
    'vi /etc/postfix/master.cf   # give the service submission inet -o smtpd_sasl_auth_enable=yes',
  ],
  [
    old,
    'postconf -P "submission/inet/smtpd_client_restrictions=permit_mynetworks,reject"',
    'vi /etc/postfix/master.cf   # give the service submission inet -o smtpd_client_restrictions=permit_mynetworks,reject',
  ],
  [
    old,
    'postconf -PX submission/inet/mynetworks',
    'vi /etc/postfix/master.cf   # take -o mynetworks away from the service submission inet',
  ],
  [
    old,
    'postconf -F smtp/unix/chroot=n relay/unix/chroot=n   # before 2.11: the fifth column in master.cf',
    'vi /etc/postfix/master.cf   # in the line of smtp unix, chroot: n; in the line of relay unix, chroot: n',
  ],
  [old, 'postconf -MX 587/inet', 'vi /etc/postfix/master.cf   # take the line of 587 inet away'],
  [old, 'postconf -P | grep -E "a|b"', 'grep -nE "a|b" /etc/postfix/master.cf'],
  [old, 'postconf -M | grep smtpd', 'postconf -M | grep smtpd'],
  [{ postfixVersion: '2.6.6' }, 'postconf -M | grep smtpd', "grep -v '^#' /etc/postfix/master.cf | grep smtpd"],
  [
    { postfixVersion: '2.6.6' },
    'postconf -X a b',
    "sed -i '/^a *=/d' /etc/postfix/main.cf; sed -i '/^b *=/d' /etc/postfix/main.cf",
  ],
  [
    { postfixVersion: '3.7.11' },
    'postconf -F smtp/unix/chroot=n   # before 2.11: the fifth column in master.cf',
    'postconf -F smtp/unix/chroot=n',
  ],
])('on %j, `%s` is `%s`', (place, command, expected) => {
  expect(commandFor(command, place)).toBe(expected);
});

const all = catalogue.flatMap(({ repair, symptoms }) => [
  ...repair.commands,
  ...symptoms.facts.map(({ look }) => look),
]);

test.each<[string, CommandPlace, RegExp]>([
  ['Postfix 2.10 gets no command that came with 2.11', old, /postconf -(?:P|PX|F|MX)\b/],
  ['Postfix 2.6 gets no command that came later', { postfixVersion: '2.6.6' }, /postconf -(?:P|PX|F|MX|M|X)\b/],
  [
    'Debian gets no yum and no path of CentOS',
    { system: 'debian' },
    /\b(?:yum|dnf) (?!install rsyslog)|\/etc\/pki|\/lib64\/sasl2|# (?:Debian|CentOS): /,
  ],
  [
    'CentOS gets no command of Debian',
    { system: 'enterprise linux' },
    /# Debian: |# CentOS: |apt-get (?!install rsyslog)/,
  ],
  [
    'a container without systemd gets no systemctl',
    { hasSystemd: false },
    /\bsystemctl (?:reload|restart|start|enable)/,
  ],
])('%s', (_what, place, unfit) => {
  expect(all.map((command) => commandFor(command, place)).filter((command) => unfit.test(command))).toEqual([]);
});
