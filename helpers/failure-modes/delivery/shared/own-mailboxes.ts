import type { LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';
import { parameter } from '../../shared/facts';

/** What a client sees of it: nothing. */
export const taken = 'Nothing: the mail is taken.';

/** Nobody looks aliases up, unless a content filter hands the mail back to where somebody does. */
export const notMapped = parameter(
  'receive_override_options',
  /no_address_mappings/,
  'receive_override_options in main.cf has no_address_mappings',
);

/** lmtp could not connect; why stands behind the name of the host, in the line of the mail as well as in one of its own. */
export function lmtpCanNotConnect(host: RegExp, why: RegExp, specimen: string): LogSign {
  return {
    pattern: new RegExp(`(?:^|\\()connect to ${host.source}: ${why.source}\\)?$`),
    specimen: `postfix/lmtp[238]: ${specimen}`,
    strength: 'names',
    program: programOf('lmtp'),
  };
}

/** The same of Dovecot's processes that deliver or show mail: `lmtp(alice@example.test)<1><x>`, `lda(root)`, `imap(alice)`. */
export function dovecotOfUser(pattern: RegExp, specimen: string): LogSign {
  return {
    pattern: new RegExp(`^(?!auth|config|master).*(?:${pattern.source})`),
    specimen: `dovecot: ${specimen}`,
    strength: 'names',
  };
}

/** A user whose mail goes to LMTP, as the transport says. */
export const byLmtp = (transport: string): string => `postconf -e 'mailbox_transport = ${transport}'`;

/** The user's mail goes into the folder of the system again. */
export const byLocal = 'postconf -X mailbox_transport; postqueue -f';
