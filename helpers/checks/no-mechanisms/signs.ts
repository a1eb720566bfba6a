import {
  noApplicableMechanisms,
  noMechanismAvailable,
  noMechanisms,
  processExited,
  saslInitializationFailed,
  saslInternalError,
  serviceThrottled,
  smtpdPath,
} from '../../postfix/log-lines';

// Which lines come in which order when smtpd ends for want of mechanisms.
const exited = processExited(smtpdPath, '1');
const throttled = serviceThrottled(smtpdPath);

/** The mechanism list is empty. */
export const noneInstalledLines: readonly RegExp[] = [
  /^connect from /,
  saslInternalError,
  noMechanismAvailable,
  noMechanisms,
  exited,
  throttled,
];

/** The list is not empty, but nothing in it may be used: the how-to's own four lines. */
export const allFilteredLines: readonly RegExp[] = [
  /^connect from /,
  noApplicableMechanisms,
  noMechanisms,
  exited,
  throttled,
];

/** smtpd dies before it accepts a connection, so there is no `connect from`. */
export const diesAtStartLines: readonly RegExp[] = [
  /^warning: SASL per-process initialization failed: /,
  saslInitializationFailed,
  exited,
  throttled,
];

/** The first pattern that no line after the previous pattern's line matches; undefined where all come in order. */
export function firstMissing(messages: readonly string[], patterns: readonly RegExp[]): RegExp | undefined {
  let from = 0;
  for (const pattern of patterns) {
    const at = messages.findIndex((message, index) => index >= from && pattern.test(message));
    if (at < 0) return pattern;
    from = at + 1;
  }
  return undefined;
}
