import type { LogSign } from '../../../model/failure-mode';
import { loginFailed } from '../../shared/sasl-files';

export const saslReadme = 'https://www.postfix.org/SASL_README.html#auxprop_sasldb';

export const noticedBy = ['authenticated-relay/plain-on-587-before-tls'] as const;

export const sasldb = '/etc/sasldb2';

export const noMechanism = '`535 5.7.8 Error: authentication failed: no mechanism available`.';

export const invalid: LogSign = {
  pattern: /^warning: SASL authentication (?:problem|failure): unable to open Berkeley db \S+: Invalid argument$/,
  specimen:
    'postfix/smtpd[508]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Invalid argument',
  strength: 'suggests',
};

export const noAuxprop: LogSign = {
  pattern:
    /^warning: SASL authentication (?:problem: unknown password verifier\(s\) (?:(?:saslauthd|pwcheck|authdaemond) )*auxprop|(?:problem|failure): could not find auxprop plugin, was searching for .*)$/,
  specimen: 'postfix/smtpd[3141]: warning: SASL authentication problem: unknown password verifier(s) auxprop',
  strength: 'suggests',
};

export const makeAnew = `rm -rf /etc/sasldb2
echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice
chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2`;

export const makeAnewByHand = [
  'rm -rf /etc/sasldb2',
  'saslpasswd2 -c -u example.test alice',
  'chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2',
];

export const chrootCopy = '/var/spool/postfix/etc/sasldb2';

export const denied: LogSign = {
  pattern:
    /^warning: SASL authentication (?:problem|failure): unable to open Berkeley db \/etc\/sasldb2: Permission denied$/,
  specimen:
    'postfix/smtpd[1862]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Permission denied',
  strength: 'suggests',
};

export const absentOrRefused: LogSign = {
  ...loginFailed,
  pattern: new RegExp(
    `${loginFailed.pattern.source}|^warning: SASL authentication (?:problem|failure): unable to open Berkeley db \\S+: (?:No such file or directory|Bad file descriptor)$`,
  ),
};

export const letPostfixRead = 'chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2';
