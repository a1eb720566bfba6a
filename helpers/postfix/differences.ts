import { isSince } from './version';

/** Something in which versions of Postfix differ. */
export interface Difference<T> {
  /** Such as `the reply to an AUTH that could not be checked`. */
  readonly what: string;
  /** The releases that brought it: the last one and all after it, the others within their branches. */
  readonly since: readonly string[];
  readonly before: T;
  readonly after: T;
  readonly source: string;
}

/** What holds in a version. */
export function valueIn<T>({ since, before, after }: Difference<T>, version: string): T {
  return isSince(version, since) ? after : before;
}

/** The codes of a reply. */
export interface ReplyCodes {
  readonly code: number;
  /** The enhanced status code (RFC 3463). */
  readonly enhanced: string;
}

/** The reply to an AUTH that the server could not check: Postfix had no temporary failure of AUTH. */
export const uncheckedLogin: Difference<ReplyCodes> = {
  what: 'the reply to an AUTH that could not be checked',
  since: ['3.2'],
  before: { code: 535, enhanced: '5.7.8' },
  after: { code: 454, enhanced: '4.7.0' },
  source: 'Postfix HISTORY 20160407; RFC 4954 section 6',
};

/** The reply to a client without a name, after RFC 7372. */
export const namelessClient: Difference<ReplyCodes> = {
  what: 'the reply to a client whose name can not be found',
  since: ['3.0'],
  before: { code: 450, enhanced: '4.7.1' },
  after: { code: 450, enhanced: '4.7.25' },
  source: 'RFC 7372 section 3.3',
};

/** A sender domain with a null MX record: unknown to Postfix 2, which takes the record for a broken one. */
export const nullMxSender: Difference<ReplyCodes> = {
  what: 'the reply to a sender whose domain accepts no mail (null MX)',
  since: ['3.0'],
  before: { code: 450, enhanced: '4.1.8' },
  after: { code: 550, enhanced: '5.7.27' },
  source: 'RFC 7505 section 4.2',
};

/**
 * The reply to a relay that both lists would refuse. Before 3.6 smtpd_recipient_restrictions could come first, and
 * then its reject_unauth_destination speaks: seen with 3.5.25. With 2.10.1 the relay restrictions came first, as since 3.6.
 */
export const refusedRelay: Difference<ReplyCodes> = {
  what: 'the reply to a relay that is refused by default',
  since: ['2.10', '3.6'],
  before: { code: 554, enhanced: '5.7.1' },
  after: { code: 454, enhanced: '4.7.1' },
  source: 'Postfix smtpd_relay_before_recipient_restrictions',
};

/** Internationalised addresses. */
export const offersSmtputf8: Difference<string> = {
  what: 'EHLO offers SMTPUTF8 since 3.0',
  since: ['3.0'],
  before: 'not offered',
  after: 'offered',
  source: 'RFC 6531; Postfix SMTPUTF8_README',
};

/** BDAT. */
export const offersChunking: Difference<string> = {
  what: 'EHLO offers CHUNKING since 3.4',
  since: ['3.4'],
  before: 'not offered',
  after: 'offered',
  source: 'RFC 3030; Postfix BDAT_README',
};

/** The log line of a failed login. */
export const failedLoginNamesUser: Difference<string> = {
  what: 'the log line of a failed login ends in the name that was tried, since 3.9 and in late patches before',
  since: ['3.5.22', '3.6.12', '3.7.8', '3.8.3', '3.9'],
  before: 'without a name',
  after: ', sasl_username=…',
  source: 'Postfix HISTORY, smtpd_sasl_glue.c',
};

/** The log line at the end of a session. */
export const disconnectCountsCommands: Difference<string> = {
  what: 'the log line of a disconnect counts the commands since 3.0',
  since: ['3.0'],
  before: 'without counters',
  after: 'ehlo=… commands=…',
  source: 'Postfix smtpd(8)',
};

/** Whom a server trusts whose mynetworks is not set. */
export const trustedByDefault: Difference<string> = {
  what: 'whom an unset mynetworks trusts: the whole subnet, or since 3.0 with compatibility_level >= 2 the host',
  since: ['3.0'],
  before: 'subnet',
  after: 'host',
  source: 'Postfix mynetworks_style, COMPATIBILITY_README',
};

/** SMTP smuggling. */
export const bareNewlineEndsMail: Difference<string> = {
  what: 'a message ends at a dot between bare newlines, until 3.9 (SMTP smuggling, CVE-2023-51764)',
  since: ['3.9'],
  before: 'ends there',
  after: 'does not end there',
  source: 'CVE-2023-51764; RFC 5321 section 2.3.8; Postfix smtpd_forbid_bare_newline',
};

/** A command that comes before the reply to the one before. */
export const commandBeforeReply: Difference<string> = {
  what: 'a command sent before the reply to EHLO is refused with 554 since 3.9',
  since: ['3.9'],
  before: '250',
  after: '554',
  source: 'RFC 2920 section 3.1; Postfix smtpd_forbid_unauth_pipelining',
};
