import type { FactSign, FailureMode } from '../../model/failure-mode';
import { not } from '../shared/sasl-mechanisms';
import { temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { closedToOthers, deniedSocket, directoryClosed, usualSocket } from './shared/socket';

const directoryOpen: FactSign = {
  words: 'everybody may enter /run/saslauthd',
  look: directoryClosed.look,
  holds: (facts) => not(closedToOthers(facts)),
};

export const mode: FailureMode = {
  id: 'saslauthd/confined',
  kind: 'fault',
  title: 'SELinux keeps smtpd from saslauthd’s socket',
  cause:
    'The modes of the directory and of the socket let everybody in, and still the connection is denied: SELinux, or ' +
    'another confinement such as AppArmor, forbids it, most often because the socket lies in a directory with ' +
    'another label. The audit log has the denial.',
  symptoms: {
    log: [deniedSocket, verificationFailed, genericFailure],
    facts: [directoryOpen, usualSocket],
    client: temporaryFailure,
  },
  repair: {
    words: 'Look for the denial, and give the directory its label back.',
    commands: ['ausearch -m avc -ts recent | grep saslauthd', 'restorecon -Rv /run/saslauthd'],
  },
  unreproduced: 'It needs a kernel that enforces SELinux; containers share that of their host.',
  versions: {},
  noticedBy: usersFail,
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
