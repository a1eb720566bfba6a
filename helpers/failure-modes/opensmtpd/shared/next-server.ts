import type { LogSign } from '../../../model/failure-mode';

/** No route is left, whatever the first session with the next server failed by: its connection, TLS, the login or the greeting. */
export const noRouteLeft: LogSign = {
  pattern: /smtp-out: Too many errors on (?:\[|host|route|connector|domain)|stat="?Network error on destination MXs/,
  specimen:
    'smtpd[53]: 0000000000000000 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="smarthost.example.test" delay=2s result="TempFail" stat="Network error on destination MXs"',
  strength: 'suggests',
  alternative: true,
};

/** The next server ends the session without a word: it refuses this machine, can't be spoken with, or fails in TLS. */
export const hangsUp: LogSign = {
  pattern: /(?:mta error reason=|smtp-out: Error on session [0-9a-f]+: )Connection closed unexpectedly/,
  specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=Connection closed unexpectedly',
  strength: 'suggests',
  alternative: true,
};
