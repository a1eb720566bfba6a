import type { FailureMode } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/master-cf-unknown-command',
  kind: 'fault',
  title: 'a service of master.cf names a program that is not there',
  cause:
    'The last column is the name of a program in $daemon_directory. Misspelt, of a package that is not installed, or without its loader or interpreter, ' +
    'it lets master listen at the port and fail each time that somebody connects. The connection stays silent.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: master_spawn: exec \S+\/(?!(?:qmgr|pickup|cleanup|smtpd|smtp|trivial-rewrite|bounce|local):)[^\s/]+: No such file or directory$/,
        specimen: 'master[35]: fatal: master_spawn: exec /usr/lib/postfix/sbin/smtdp: No such file or directory',
        strength: 'names',
        // Its child logs before it has a name of its own.
        program: /^(?:postfix\S*\/)?master$/,
      },
      throttled,
    ],
    facts: [],
    client: 'No greeting on that port: the connection stays silent.',
  },
  repair: {
    words: 'Write the name as `ls $(postconf -h daemon_directory)` shows it.',
    commands: ['ls $(postconf -h daemon_directory)', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i '/^submission /s/smtpd/smtdp/' /etc/postfix/master.cf`,
    provoke: [{ kind: 'lines', lines: [] }],
    repair: 'sed -i s/smtdp/smtpd/ /etc/postfix/master.cf',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [masterManual],
};
