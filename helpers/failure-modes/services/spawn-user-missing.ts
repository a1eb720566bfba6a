import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/spawn-user-missing',
  kind: 'fault',

  title: 'a service of master.cf is to run as a user or group that does not exist or may not be used',
  cause:
    'spawn and pipe need user=…, and the user or group named there is not known: the package that makes it is not installed, the container’s image lacks it, or LDAP or SSSD, which knows it, does not answer. Root and the owner of the mail system ($mail_owner) are refused. What needs the service, such as a policy check, puts all mail off.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:user=\S+|\S+): unknown username: |^fatal: unknown (?:user ?name|user): (?!")|^fatal: .*: unknown user(?:name)?: (?!")/,
        specimen: 'postfix/spawn[9]: fatal: unknown user name: policyd-spf',
        strength: 'names',
        program: programOf('(?:spawn|pipe)'),
      },
      {
        pattern:
          /^fatal: get_service_attr: unknown (?:group|username): |^fatal: user= command-line attribute specifies /,
        specimen: 'postfix/pipe[9]: fatal: user= command-line attribute specifies mail system owner postfix',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 … Server configuration problem',
  },
  repair: {
    words: 'Install the package, make the user, or name one of its own.',
    commands: [
      'postconf -M | grep user=',
      'getent passwd policyd-spf || useradd -r -s /usr/sbin/nologin policyd-spf',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo '10023 inet n n n - 0 spawn user=policyd-spf argv=/bin/true' >>/etc/postfix/master.cf`,
    provoke: [{ kind: 'run', script: 'timeout 2 cat </dev/tcp/127.0.0.1/10023 || true' }],
    repair: 'sed -i /policyd-spf/d /etc/postfix/master.cf',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/spawn.8.html'],
};
