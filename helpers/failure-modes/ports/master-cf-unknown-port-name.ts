import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/master-cf-unknown-port-name',
  kind: 'fault',
  title: 'a service of master.cf has a port name that /etc/services does not have',
  cause:
    'The first column of an inet service is a port: a number, or a name from /etc/services. A misspelt name, or one ' +
    'that a slim system lacks (`smtps` became `submissions`, and minimal images have no /etc/services at all), makes ' +
    'master end.',
  symptoms: {
    log: [
      master(
        /^fatal: \S+:[\w-]+: (?:Servname not supported for ai_socktype|Service not found|service not found|Unrecognized service)/i,
        'fatal: 0.0.0.0:submision: Servname not supported for ai_socktype',
      ),
    ],
    facts: [],
    client: 'Connection refused on all ports',
  },
  repair: {
    words: 'Write the number instead of the name.',
    commands: [`sed -i 's/^submision /587 /' /etc/postfix/master.cf`, 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i 's/^smtps /smptps /' /etc/postfix/master.cf`,
    provoke: [],
    repair: `sed -i 's/^smptps /465 /' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [masterManual],
};
