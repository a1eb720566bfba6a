import type { KnownDeviation } from '../check';

/** What is seen of a server, and why it does so; of every version that was asked. */
type Seen = readonly [saw: RegExp, why: string];

const asksLibrary = 'the SASL library is asked, which says no as it does to a wrong password';
const ignoresIdentity = 'whom the user wants to act as is not looked at';
const outOfOrder = 'a command that comes out of order is as wrong to it as one that it has not';

/** What servers are known to do otherwise, by the name of the point: told of them, and neither failed nor warned of. */
const known: Readonly<Record<string, Readonly<Record<string, Seen>>>> = {
  Postfix: {
    'relay-refused-550': [
      /^(454 4|554 5)\.7\.1 /,
      'relay_domains_reject_code is 554, and defer_unauth_destination answers 454',
    ],
    'refused-size-is-forgotten': [/^552 5\.3\.4 /, 'the size of the MAIL that was refused is remembered until RSET'],
    'unknown-mechanism-504': [/^535 5\.7\.8 /, asksLibrary],
    'initial-response-501': [/^535 5\.7\.8 /, asksLibrary],
    'not-base64-501': [/^535 5\.7\.8 /, asksLibrary],
    'padding-first-501': [/^535 5\.7\.8 /, asksLibrary],
    'padding-inside-501': [/^535 5\.7\.8 /, asksLibrary],
  },
  Exim: {
    'cram-challenge-is-new': [
      /^the same again/,
      'a challenge is made of the process id and the second: within one second of a session it is the same',
    ],
    'plain-with-third-nul': [/^235 /, 'what follows the password is left to the condition in its configuration'],
    'plain-as-another': [/^235 /, ignoresIdentity],
    'unknown-parameter-555': [/^501 /, 'a parameter that it does not know makes the address malformed to it'],
    'initial-response-501': [/^553 /, 'it answers so'],
  },
  Sendmail: {
    'rset-with-argument-501': [/^250 /, 'what follows RSET is not looked at'],
    'starttls-within-tls-refused': [/^454 4\.3\.3 /, 'TLS is not available after TLS, and that is temporary to it'],
    'plain-as-another': [/^235 /, 'who may act as whom is left to its rules (trust_auth)'],
  },
  Courier: {
    ...everywhere(/^502 ESMTP command error/, outOfOrder, [
      'announced-commands-known',
      'rcpt-before-mail-503',
      'data-before-mail-refused',
      'data-before-rcpt-refused',
      'mail-twice-503',
      'mail-without-sender-501',
      'rset-ends-transaction',
      'rset-with-argument-501',
      'ehlo-without-name-501',
      'starttls-with-argument-501',
    ]),
    'ehlo-ends-transaction': [/^250 /, 'a second EHLO changes nothing'],
    'mail-without-from-refused': [/^250 /, 'the word before the colon is not looked at'],
    'unknown-parameter-refused': [/^250 /, 'a parameter that it does not know is passed over'],
    'unknown-parameter-555': [/^250 /, 'a parameter that it does not know is passed over'],
    'postmaster-without-domain': [/^513 /, 'an address without a domain is none'],
    'source-route-known': [/^500 Invalid address/, 'a source route is no address'],
    'relay-refused-550': [/^513 /, 'it answers so'],
    ...everywhere(/^535 /, 'every exchange that does not end well is a failed login', [
      'cancelled-501',
      'not-base64-501',
      'padding-first-501',
      'padding-inside-501',
      'unknown-mechanism-504',
    ]),
    'plain-as-another': [/^235 /, ignoresIdentity],
  },
  OpenSMTPD: {
    ...everywhere(/^503 5\.5\.1 .*Already identified|^250 2\.1\.5 /, 'a session is identified once', [
      'ehlo-names-server',
      'helo-in-one-line',
      'ehlo-ends-transaction',
      'ehlo-without-name-501',
    ]),
    'verbs-in-any-case': [/^500 5\.5\.4 /, 'white space behind RSET is an argument'],
    'rset-with-argument-501': [/^500 5\.5\.4 /, 'it answers so'],
    'vrfy-252': [/^500 5\.5\.1 /, 'it has no VRFY'],
    'mail-without-sender-501': [/^553 5\.1\.0 /, 'it answers so'],
    'unknown-parameter-555': [/^503 5\.5\.4 /, 'it answers so'],
    'size-beyond-limit-552': [/^250 /, 'the size is looked at when the message is there'],
    'plain-with-third-nul': [/^235 /, 'what follows the password is cut off'],
    'plain-as-another': [/^235 /, ignoresIdentity],
  },
  Haraka: {
    'mail-twice-503': [/^250 /, 'a second MAIL begins anew'],
    'mail-without-sender-501': [/^250 /, 'no sender is the null sender'],
    'unknown-parameter-refused': [/^250 /, 'a parameter that it does not know is passed over'],
    'unknown-parameter-555': [/^250 /, 'a parameter that it does not know is passed over'],
    'size-beyond-limit-552': [/^550 /, 'it answers so'],
    'starttls-with-argument-501': [/^220 /, 'what follows STARTTLS is not looked at'],
    'starttls-within-tls-refused': [/^(220 |connection reset|end of file)/, 'it begins TLS again'],
    'plain-empty-challenge': [/^ $/, 'a second space follows 334'],
    ...everywhere(/^(504|521) |^end of file/, 'what it can not read ends the exchange, and often the session', [
      'cancelled-501',
      'not-base64-501',
      'padding-first-501',
      'padding-inside-501',
      'plain-255-octets',
      'plain-without-second-nul',
      'plain-odd-characters',
      'plain-utf8',
      'login-after-failures',
    ]),
    'unknown-mechanism-504': [/^500 /, 'it answers so'],
    'initial-response-refused': [/^334 /, 'the response is passed over, and the challenge given'],
    'initial-response-501': [/^334 /, 'the response is passed over, and the challenge given'],
    'mail-before-login-530': [/^550 /, 'it answers so'],
    'plain-with-third-nul': [/^235 /, 'what follows the password is cut off'],
    'plain-as-another': [/^235 /, ignoresIdentity],
  },
};

/** Of a point, by its name. */
export function deviationsOf(point: string): readonly KnownDeviation[] {
  return Object.entries(known).flatMap(([mta, points]) => {
    const [saw, why] = points[point] ?? [];
    return saw && why !== undefined ? [{ mta, saw, why }] : [];
  });
}

function everywhere(saw: RegExp, why: string, points: readonly string[]): Readonly<Record<string, Seen>> {
  return Object.fromEntries(points.map((point) => [point, [saw, why]]));
}
