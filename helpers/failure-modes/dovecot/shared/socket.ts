import type { LogSign } from '../../../model/failure-mode';
import { died, throttled } from '../../shared/log-signs';
import type { smtpdSetting } from '../../shared/service-settings';

/**
 * smtpd can’t talk to Dovecot at such a socket, for this reason.
 * Up to 3.6: Connect to private/auth failed: …; from 3.7 on: Connect to Dovecot auth socket 'private/auth' failed: …
 */
export const connect = (socket: string, reason: string, example: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(
    `^warning: SASL: Connect to (?:${socket}|Dovecot auth socket '${socket}') failed: (?:${reason})$`,
  ),
  specimen: `postfix/submission/smtpd[279]: warning: SASL: Connect to Dovecot auth socket ${example}`,
  strength,
});

export const noFile = 'No such file or directory';

/** Without an answer smtpd has no mechanisms, and ends. */
export const stopsSmtpd = [died, throttled];

/** What clients meet then. */
export const noGreeting =
  'No greeting: the connection closes after a second; the next ones hang in silence for up to a minute.';

/** The check that fails then. */
export const dead = ['no-mechanisms/usable-on-587'];

export const config = '/etc/dovecot/dovecot.conf';

/** A socket for Postfix in Dovecot’s configuration, in its service auth. */
export const listener = `  unix_listener /var/spool/postfix/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }`;

export const socketManual = 'https://www.postfix.org/SASL_README.html#server_dovecot';

export const dovecotManual = 'https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_and_dovecot_sasl/';

// Neither of what Cyrus SASL takes for a path: a name such as smtpd, or a list of folders.
export const anySocket = String.raw`(?!smtpd\b|inet:)(?:private/|/(?!etc/|usr/))[^' :]+`;

export const refused = 'Connection refused';

export const notThere = connect(anySocket, noFile, `'private/auth' failed: ${noFile}`, 'suggests');

export const pathLook = 'postconf -h smtpd_sasl_path; postconf -P | grep smtpd_sasl_path; postconf -M | grep smtpd';

export const absoluteInChroot: Parameters<typeof smtpdSetting>[2] = (get, service) =>
  get('smtpd_sasl_path').startsWith('/') && service?.chroot === 'y';

// What Dovecot has once made stays when it ends.
export const withoutSocket = 'rm -f /var/spool/postfix/private/auth';
