import {
  masterStarted,
  noApplicableMechanisms,
  noMechanismAvailable,
  saslInitializationFailed,
  serviceThrottled,
} from '../postfix/log-lines';
import { isDaemon, parseLogLine } from './parse-line';

/**
 * The three deaths behind `fatal: no SASL authentication mechanisms` and its kin, told apart by their log lines (see
 * xsasl_cyrus_server.c and smtpd_sasl_glue.c of Postfix; lib/server.c of Cyrus SASL).
 * - `none-installed`: the list is empty; what mech_list names isn't there, or no plug-in is.
 * - `all-filtered`: plug-ins are there, but smtpd_sasl_security_options or the like take all of them away.
 * - `dies-at-start`: smtpd ends before it accepts a connection; smtpd.conf or the SASL type is wrong.
 */
export type NoMechanismsCause = 'none-installed' | 'all-filtered' | 'dies-at-start';

/** The cause that the log gives last, or undefined where it shows no such failure. */
export function noMechanismsCause(lines: readonly string[]): NoMechanismsCause | undefined {
  return lines.reduce<NoMechanismsCause | undefined>((cause, line) => causeOf(line) ?? cause, undefined);
}

/** Whether master has stopped to start a service that keeps dying: clients now wait, up to a minute, in silence. */
export function isThrottled(lines: readonly string[]): boolean {
  return throttlings(lines) > 0;
}

/** Whether the line says that master has started. */
export function isMasterStart(text: string): boolean {
  const line = parseLogLine(text);
  return line !== undefined && isDaemon(line, 'master') && masterStarted.test(line.message);
}

/** How often it did so. Each service of master.cf is held back on its own. */
export function throttlings(lines: readonly string[]): number {
  return lines.filter((text) => {
    const line = parseLogLine(text);
    return line !== undefined && isDaemon(line, 'master') && throttled.test(line.message);
  }).length;
}

/** The part of a log line behind pid and colon, for comparing logs across hosts and times. */
export function messages(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => parseLogLine(line)?.message ?? []);
}

const throttled = serviceThrottled();

const causes: readonly (readonly [RegExp, NoMechanismsCause])[] = [
  [noMechanismAvailable, 'none-installed'],
  [noApplicableMechanisms, 'all-filtered'],
  [saslInitializationFailed, 'dies-at-start'],
];

function causeOf(line: string): NoMechanismsCause | undefined {
  const message = parseLogLine(line)?.message ?? '';
  return causes.find(([pattern]) => pattern.test(message))?.[1];
}
