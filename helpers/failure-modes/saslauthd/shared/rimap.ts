import type { LogSign } from '../../../model/failure-mode';
import { refusedByBackEnd } from '../../shared/saslauthd';

/** What saslauthd answers where the IMAP server’s greeting or reply is none that it knows; the line before has the reply. */
export const unexpectedReply = {
  ...refusedByBackEnd(
    /\[user=.*\] \[mech=rimap\] \[reason=(?:NO )?(?:\[ALERT\] )?Unexpected response from remote/,
    '[user=alice] [service=smtp] [realm=] [mech=rimap] [reason=[ALERT] Unexpected response from remote authentication server]',
    'suggests',
  ),
  alternative: true,
} as const satisfies LogSign;

/** What the IMAP server has said, and whether its greeting is that of IMAP in clear. */
export const seeReply = [
  'journalctl -t saslauthd -n 30 | grep "auth_rimap: "   # the reply that it did not expect',
  '(sleep 1; printf "a CAPABILITY\\r\\nb LOGOUT\\r\\n"; sleep 1) | nc localhost 143   # LOGINDISABLED: it wants TLS first',
] as const;

/** What tells whom saslauthd asks, and what does without it. */
export const askOrReplace = [
  'pgrep -a saslauthd',
  'nc -v localhost 143',
  'postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth',
] as const;

export const noImapHere = 'The reference servers have no IMAP server.';
