import type { UnwrappedLine } from './log/unwrap-line';
import { serverOf } from './survey';

/** The families of failure modes, as the beginning of an id, that a line of this writer can be of. */
export function familiesOf(line: UnwrappedLine): RegExp {
  if (/\/(?:smtp|lmtp|relay)$/.test(line.program ?? '') || asSmtpSays.test(line.message)) return sendsOn;
  const server = serverOf(line);
  return server === undefined ? unknown : (families.get(server) ?? unknown);
}

/** Postfix’s client, wherever its words are quoted. */
const asSmtpSays = /\(in reply to [^)]*\)|status=(?:deferred|bounced) \(/;

const sendsOn = /^(?:relay-client|delivery|permissions|dns|relay-refused\/table)/;

const families: ReadonlyMap<string, RegExp> = new Map([
  ['Postfix', /^(?!(?:client|relay-client|exim|sendmail|courier|opensmtpd|haraka)\/)/],
  ['Dovecot', /^dovecot\//],
  ['Cyrus SASL', /^saslauthd\//],
  ['Exim', /^exim\//],
  ['Sendmail', /^sendmail\//],
  ['Courier', /^courier\//],
  ['OpenSMTPD', /^opensmtpd\//],
  ['Haraka', /^(?:haraka\/|limits\/helo|relay-client\/)/],
]);

/** A program, or a line without its beginning, which may be anybody’s. */
const unknown = /^/;
