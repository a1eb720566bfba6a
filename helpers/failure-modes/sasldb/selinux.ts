import type { FailureMode } from '../../model/failure-mode';
import { fileFact, generic, loginBroke, mayBy, notInChroot, notVerified } from '../shared/sasl-files';
import { denied, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/selinux',
  kind: 'fault',
  title: 'sasldb2 is readable for postfix by its mode, and SELinux forbids it',
  cause:
    'The file was made elsewhere and moved into /etc, or is mounted from a volume, and has kept a label that smtpd may ' +
    'not read. `ls -l` shows nothing wrong; `ls -Z` and the audit log do.',
  symptoms: {
    log: [denied, notVerified, loginBroke],
    facts: [
      fileFact(
        sasldb,
        'is readable for postfix',
        (fact) => fact.kind === 'file' && fact.group !== 'sasl' && mayBy(fact, 'postfix', 4),
      ),
      notInChroot,
    ],
    client: generic,
  },
  repair: {
    words: 'Give the file the label of its place.',
    commands: ['ausearch -m avc -c smtpd', 'restorecon -v /etc/sasldb2'],
  },
  unreproduced: 'Containers here have no SELinux.',
  versions: {},
  noticedBy,
  references: [saslReadme],
};
