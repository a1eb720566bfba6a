/**
 * What Postfix, and Cyrus SASL in its processes, log: patterns of the message, which stands behind program, pid and colon.
 * Paths, pids and line numbers differ with version and system.
 */

/** The program name of a daemon, under whatever syslog_name it is given: `postfix/submission/smtpd`, `example.com/smtp`. */
export function programOf(daemon: string): RegExp {
  return new RegExp(`^\\S+/${daemon}$`);
}

/** smtpd under any of its names. */
export const smtpdProgram = programOf('smtpd');

// The path is that of Debian, /usr/lib/postfix/sbin/smtpd, or of CentOS, /usr/libexec/postfix/smtpd.
/** Master sees a process end: `warning: process /usr/libexec/postfix/smtpd pid 279 exit status 1`. */
export function processExited(program = '\\S+', status = '\\d+'): RegExp {
  return new RegExp(`^warning: process ${program} pid \\d+ exit status ${status}$`);
}

/** Master holds a service back that keeps dying, for a minute: `warning: …/smtpd: bad command startup -- throttling`. */
export function serviceThrottled(program = '\\S+'): RegExp {
  return new RegExp(`^warning: ${program}: bad command startup -- throttling$`);
}

/** Master has started: `daemon started -- version 3.7.11, configuration /etc/postfix`. */
export const masterStarted = /^daemon started -- version /;

/** The path of smtpd, in patterns of what master logs. */
export const smtpdPath = '/usr/lib(?:exec)?/postfix/(?:sbin/)?smtpd';

/** smtpd has no mechanism to offer, and ends; the line before it says why. */
export const noMechanisms = /^fatal: no SASL authentication mechanisms$/;

/** SASL's list is empty: nothing that mech_list names is installed, or no plug-in is. */
export const noMechanismAvailable = /^warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available$/;

/** There are mechanisms, and the security options take all of them away. */
export const noApplicableMechanisms = /^warning: xsasl_cyrus_server_get_mechanism_list: no applicable SASL mechanisms$/;

/** SASL says so three times when its list is empty. */
export const saslInternalError =
  /^warning: SASL authentication failure: Internal Error -4 in (?:\.\.\/\.\.\/lib\/)?server\.c near line \d+$/;

/** smtpd ends before it accepts a connection: smtpd.conf can't be read, or the type of SASL is wrong. */
export const saslInitializationFailed = /^fatal: SASL per-process initialization failed$/;
