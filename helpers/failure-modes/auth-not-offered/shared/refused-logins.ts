import type { ClientStep, FactSign, LogSign } from '../../../model/failure-mode';
import { smtpdProgram } from '../../../postfix/log-lines';

/** What a session came to, as smtpd counts its commands; since 3.0. Every server has such sessions: only a fact makes them tell. */
export const counts = (
  commands: RegExp,
  example: string,
  program: RegExp,
  strength: LogSign['strength'],
  onlyIf?: FactSign,
): LogSign => ({
  pattern: new RegExp(`^disconnect from \\S+ ${commands.source}`),
  specimen: `postfix/submission/smtpd[1265]: disconnect from client.outside.example[198.51.100.7] ${example}`,
  strength,
  program,
  ...(onlyIf && { onlyIf }),
});

/** A login that was refused, in clear: 503 is in no other line of the log. */
export const refusedInClear: LogSign = {
  ...counts(/(?:ehlo|helo)=\d+ auth=0\/\d+ /, 'ehlo=1 auth=0/1 quit=1 commands=2/3', smtpdProgram, 'suggests'),
  alone: true,
};

/** A client that tries to log in. alice, wrong: never looked at, as AUTH is refused before. */
export const triesToLogIn = (port: 25 | 587): readonly ClientStep[] => [
  { kind: 'lines', port, lines: ['AUTH PLAIN AGFsaWNlAHdyb25n', 'QUIT'] },
];

export const notEnabled = 'No AUTH in the answer to EHLO; AUTH gets 503 5.5.1 Error: authentication not enabled.';

/** A parameter in the manual. */
export const manual = (name: string) => `https://www.postfix.org/postconf.5.html#${name}`;

export const usable587 = ['no-mechanisms/usable-on-587'];

export const restart = 'systemctl restart postfix';
