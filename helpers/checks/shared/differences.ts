import { isSince } from '../../maillog/version';
import type { Probe } from '../../sessions/probe';
import type { ExpectedReply } from '../../targets/target';

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

/** What holds in the version that the target runs. */
export async function valueFor<T>(difference: Difference<T>, { target }: Probe): Promise<T> {
  const { versions } = await target.summary();
  return valueIn(difference, versions.postfix ?? '');
}

/** The reply to an AUTH that the server could not check: Postfix had no temporary failure of AUTH. */
export const uncheckedLogin: Difference<ExpectedReply> = {
  what: 'the reply to an AUTH that could not be checked',
  since: ['3.2'],
  before: { code: 535, enhanced: '5.7.8' },
  after: { code: 454, enhanced: '4.7.0' },
  source: 'Postfix HISTORY 20160407; RFC 4954 section 6',
};

/** The reply to a client without a name, after RFC 7372. */
export const namelessClient: Difference<ExpectedReply> = {
  what: 'the reply to a client whose name can not be found',
  since: ['3.0'],
  before: { code: 450, enhanced: '4.7.1' },
  after: { code: 450, enhanced: '4.7.25' },
  source: 'RFC 7372 section 3.3',
};

/** A sender domain with a null MX record: unknown to Postfix 2, which takes the record for a broken one. */
export const nullMxSender: Difference<ExpectedReply> = {
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
export const refusedRelay: Difference<ExpectedReply> = {
  what: 'the reply to a relay that is refused by default',
  since: ['2.10', '3.6'],
  before: { code: 554, enhanced: '5.7.1' },
  after: { code: 454, enhanced: '4.7.1' },
  source: 'Postfix smtpd_relay_before_recipient_restrictions',
};
