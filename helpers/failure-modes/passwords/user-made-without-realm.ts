import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { refused, usesSasldb } from '../shared/sasl-files';
import { failed, localDomain, loginRealm, realms } from './shared/realms';

export const mode: FailureMode = {
  id: 'passwords/user-made-without-realm',
  kind: 'fault',
  title: 'a user was made without -u and has the host name as realm, unlike the others',
  cause:
    '`saslpasswd2 -c carol` stores carol under the host name, while smtpd looks for carol under smtpd_sasl_local_domain. ' +
    'The users of the first day can log in, the new one can not, and the log calls it a wrong password.',
  symptoms: {
    log: failed,
    facts: [
      {
        words: 'some users have the realm that names without a domain get, others the host name',
        look: 'sasldblistusers2; postconf smtpd_sasl_local_domain myhostname',
        holds: (facts) => {
          const [stored, login, host] = [realms(facts), loginRealm(facts), facts.hostname];
          if (!stored || login === undefined || host === undefined) return undefined;
          const strays = stored.filter((realm) => realm === host || realm === host.replace(/\..*/, ''));
          return stored.includes(login) && login !== host && strays.length > 0;
        },
      },
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words: 'Remove the user from the wrong realm, and make it in the right one.',
    commands: ['sasldblistusers2', 'saslpasswd2 -d carol', 'saslpasswd2 -c -u example.test carol'],
  },
  reproduction: {
    inject: 'echo correct-horse-carol | saslpasswd2 -p -c carol',
    provoke: [loginOnly('carol', 'correct-horse-carol')],
    repair: 'saslpasswd2 -d carol && echo correct-horse-carol | saslpasswd2 -p -c -u example.test carol',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#auxprop_sasldb', localDomain],
};
