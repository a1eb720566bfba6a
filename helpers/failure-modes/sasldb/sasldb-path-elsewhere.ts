import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { isFile, notVerified, refused } from '../shared/sasl-files';
import { absentOrRefused, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/sasldb-path-elsewhere',
  kind: 'fault',
  title: 'sasldb_path points away from the file that saslpasswd2 fills',
  cause:
    'smtpd.conf has sasldb_path, which counts for smtpd alone: saslpasswd2 and sasldblistusers2 use /etc/sasldb2 unless ' +
    'they are told with -f. The users are made in one file and looked up in another, which may not even exist; SASL ' +
    'does not say so.',
  symptoms: {
    log: [absentOrRefused, notVerified],
    facts: [
      {
        words: 'sasldb_path is set, and not to /etc/sasldb2',
        look: 'grep ^sasldb_path /etc/sasl2/smtpd.conf',
        holds: ({ smtpdConf }) => {
          return smtpdConf && (smtpdConf.get('sasldb_path')?.value ?? sasldb) !== sasldb;
        },
      },
      isFile(sasldb),
    ],
    client: refused,
  },
  repair: {
    words: 'Take the line away, or fill the other file: `saslpasswd2 -f FILE -c -u REALM USER`.',
    commands: ["sed -i '/^sasldb_path:/d' /etc/sasl2/smtpd.conf", 'systemctl restart postfix'],
  },
  reproduction: {
    inject: "echo 'sasldb_path: /etc/sasl2/sasldb2' >/etc/sasl2/smtpd.conf",
    provoke: [loginOnly()],
    repair: "sed -i '/^sasldb_path:/d' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
