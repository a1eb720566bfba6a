import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { absent } from '../shared/facts';
import { noticedBy, password, plainSmarthost, queued } from './shared/smarthost';
import { loginTried, noMechanism, noWorthyMechs, plaintextForbidden, readme } from './shared/smarthost-logins';

const plaintextAllowed: FactSign = {
  ...plaintextForbidden,
  words: 'smtp_sasl_security_options does not say noplaintext',
  holds: (facts) => {
    const forbidden = plaintextForbidden.holds(facts);
    return forbidden === undefined ? undefined : !forbidden;
  },
};

export const mode: FailureMode = {
  id: 'relay-client/plug-ins-missing',
  kind: 'fault',
  title: 'the client’s SASL plug-ins for the smarthost’s mechanisms are not installed',
  cause:
    'Postfix as a client needs the same plug-ins as a server does: cyrus-sasl-plain on CentOS, libsasl2-modules on ' +
    'Debian, cyrus-sasl-login on Alpine. Without them it finds no mechanism that both sides know, and all mail stays ' +
    'in the queue.',
  symptoms: {
    log: [noWorthyMechs, noMechanism],
    facts: [absent('/usr/lib64/sasl2/libplain.so'), plaintextAllowed, loginTried],
    client: queued,
  },
  repair: {
    words: 'Install the plug-ins and restart.',
    commands: [
      'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
      'systemctl restart postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login}.* /root/plug-ins/`,
    provoke: [mailFromInside],
    repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [readme, 'https://github.com/juanluisbaptiste/docker-postfix/issues/21'],
};
