import type { LogSign } from '../../../model/failure-mode';

/** The next server ends the session without a word: it refuses this machine, can't be spoken with, or fails in TLS. */
export const hangsUp: LogSign = {
  pattern: /(?:mta error reason=|smtp-out: Error on session [0-9a-f]+: )Connection closed unexpectedly/,
  specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=Connection closed unexpectedly',
  strength: 'suggests',
  alternative: true,
};
