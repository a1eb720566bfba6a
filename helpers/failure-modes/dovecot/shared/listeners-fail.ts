import type { LogSign } from '../../../model/failure-mode';

/** Dovecot's last word; the lines before it say which listener, and why. */
export const listenersFail: LogSign = {
  pattern: /^(?:master: )?Fatal: Failed to start listeners/,
  specimen: 'dovecot: master: Fatal: Failed to start listeners',
  strength: 'suggests',
  alternative: true,
};
