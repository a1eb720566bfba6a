import type { KnownDeviation } from '../check';
import { postfixAsked } from '../shared/versions-asked';

/** What is seen of a server in the place of what the RFC asks for, why it does so, and where that is written if elsewhere. */
type Seen = readonly [saw: RegExp, why: string, source?: string];

/** What a server does otherwise. */
interface OfServer {
  /** The versions that were asked, and did so; a later one may have come to do as the RFC says. */
  readonly seenIn: readonly string[];
  /** Where it is written that it does: manual or source. */
  readonly source: string;
  readonly points: Readonly<Record<string, Seen>>;
}

const asksLibrary = 'the SASL library is asked, which says no as it does to a wrong password';
const ignoresIdentity = 'whom the user wants to act as is not looked at';
const keepsName = 'AUTH and MAIL want no other EHLO within TLS, and the name of the one before it stands in Received';
const outOfOrder = 'a command that comes out of order is as wrong to it as one that it has not';

/**
 * What servers are known to do otherwise, by the name of the point: told of them, and neither failed nor warned of. Which of them
 * is no longer seen, and what else is warned of, tests/servers tells of the servers themselves.
 */
const known: Readonly<Record<string, OfServer>> = {
  Postfix: {
    seenIn: postfixAsked,
    source: 'smtpd.c, smtpd_sasl_glue.c',
    points: {
      'relay-refused-550': [/^554 5\.7\.1 /, 'relay_domains_reject_code is 554', 'postconf(5)'],
      'refused-size-is-forgotten': [/^552 5\.3\.4 /, 'the size of the MAIL that was refused is remembered until RSET'],
      'quit-with-argument-501': [/^221 /, 'what follows QUIT is not looked at'],
      'unknown-mechanism-504': [/^535 5\.7\.8 /, asksLibrary],
      'initial-response-501': [/^535 5\.7\.8 /, asksLibrary],
      'not-base64-501': [/^535 5\.7\.8 /, asksLibrary],
      'padding-first-501': [/^535 5\.7\.8 /, asksLibrary],
      'padding-inside-501': [/^535 5\.7\.8 /, asksLibrary],
    },
  },
  Exim: {
    seenIn: ['4.96'],
    source: 'smtp_in.c, auths/',
    points: {
      'cram-challenge-is-new': [
        /^the same again/,
        'a challenge is made of the process id and the second: within one second of a session it is the same',
      ],
      'plain-with-third-nul': [/^235 /, 'what follows the password is left to the condition in its configuration'],
      'plain-as-another': [/^235 /, ignoresIdentity],
      'plain-as-nothing': [/^235 /, ignoresIdentity],
      'unknown-parameter-555': [/^501 /, 'a parameter that it does not know makes the address malformed to it'],
      'initial-response-501': [/^553 /, 'it has a code of its own for that'],
    },
  },
  Sendmail: {
    seenIn: ['8.17.1.9'],
    source: 'sendmail/srvrsmtp.c',
    points: {
      'rset-with-argument-501': [/^250 /, 'what follows RSET is not looked at'],
      'quit-with-argument-501': [/^221 /, 'what follows QUIT is not looked at'],
      'data-with-argument-501': [/^354 /, 'what follows DATA is not looked at'],
      'tls-forgets-name': [/^from t[0-9a-f]{10}\./, keepsName],
      'starttls-within-tls-refused': [/^454 4\.3\.3 /, 'TLS is not available after TLS, and that is temporary to it'],
      'plain-as-another': [/^235 /, 'who may act as whom is left to its rules (trust_auth)'],
      'plain-as-nothing': [/^235 /, 'who may act as whom is left to its rules (trust_auth)'],
    },
  },
  Courier: {
    seenIn: ['1.0.16'],
    source: 'courier/module.esmtp/courieresmtpd.c, submit.C',
    points: {
      ...everywhere(/^502 ESMTP command error/, outOfOrder, [
        'announced-commands-known',
        'rcpt-before-mail-503',
        'data-before-mail-refused',
        'data-before-rcpt-refused',
        'mail-twice-503',
        'rset-ends-transaction',
        'rset-with-argument-501',
        'ehlo-without-name-501',
        'quit-with-argument-501',
        'data-with-argument-501',
        'starttls-with-argument-501',
      ]),
      'ehlo-ends-transaction': [/^250 /, 'a second EHLO changes nothing'],
      'tls-forgets-name': [/^from t[0-9a-f]{10}\./, keepsName],
      'mail-without-sender-501': [/^554 Syntax error/, 'it has a code of its own for that'],
      'mail-without-from-refused': [/^250 /, 'the word before the colon is not looked at'],
      'unknown-parameter-refused': [/^250 /, 'a parameter that it does not know is passed over'],
      'unknown-parameter-555': [/^250 /, 'a parameter that it does not know is passed over'],
      'postmaster-without-domain': [/^513 /, 'an address without a domain is none'],
      'source-route-known': [/^500 Invalid address/, 'a source route is no address'],
      'relay-refused-550': [/^513 /, 'it has a code of its own for that'],
      ...everywhere(/^535 /, 'every exchange that does not end well is a failed login', [
        'cancelled-501',
        'not-base64-501',
        'padding-first-501',
        'padding-inside-501',
        'unknown-mechanism-504',
      ]),
      'plain-as-another': [/^235 /, ignoresIdentity],
      'plain-as-nothing': [/^235 /, ignoresIdentity],
    },
  },
  OpenSMTPD: {
    seenIn: ['7.6.0'],
    source: 'smtpd/smtp_session.c',
    points: {
      ...everywhere(/^503 5\.5\.1 .*Already identified|^250 2\.1\.5 /, 'a session is identified once', [
        'ehlo-names-server',
        'helo-in-one-line',
        'ehlo-ends-transaction',
        'ehlo-without-name-501',
      ]),
      'verbs-in-any-case': [/^500 5\.5\.4 /, 'white space behind RSET is an argument'],
      ...everywhere(/^500 5\.5\.4 /, 'it has a code of its own for that', [
        'rset-with-argument-501',
        'quit-with-argument-501',
        'data-with-argument-501',
      ]),
      'vrfy-252': [/^500 5\.5\.1 /, 'it has no VRFY'],
      'mail-without-sender-501': [/^553 5\.1\.0 /, 'it has a code of its own for that'],
      'unknown-parameter-555': [/^503 5\.5\.4 /, 'it has a code of its own for that'],
      'size-beyond-limit-552': [/^250 /, 'the size is looked at when the message is there'],
      'plain-with-third-nul': [/^235 /, 'what follows the password is cut off'],
      'plain-as-another': [/^235 /, ignoresIdentity],
      'plain-as-nothing': [/^235 /, ignoresIdentity],
    },
  },
  Haraka: {
    seenIn: ['3.3.4'],
    source: 'connection.js, plugins/auth/auth_base.js',
    points: {
      'postmaster-without-domain': [
        /^550 I cannot deliver mail for <postmaster>/,
        'a recipient is known by the domain, and this one has none',
        'plugins/rcpt_to.in_host_list.js',
      ],
      'mail-twice-503': [/^250 /, 'a second MAIL begins anew'],
      'mail-without-sender-501': [/^250 /, 'no sender is the null sender'],
      'unknown-parameter-refused': [/^250 /, 'a parameter that it does not know is passed over'],
      'unknown-parameter-555': [/^250 /, 'a parameter that it does not know is passed over'],
      'size-beyond-limit-552': [/^550 /, 'it has a code of its own for that'],
      'starttls-with-argument-501': [/^220 /, 'what follows STARTTLS is not looked at'],
      'starttls-within-tls-refused': [/^(220 |connection reset|end of file)/, 'it begins TLS again'],
      'plain-empty-challenge': [/^ $/, 'a second space follows 334'],
      ...everywhere(/^(504|521) |^end of file/, 'what it can not read ends the exchange, and often the session', [
        'cancelled-501',
        'not-base64-501',
        'padding-first-501',
        'padding-inside-501',
        'plain-255-octets',
      ]),
      'plain-odd-characters': [/^521 |^end of file/, 'the next AUTH is taken for more of the one that was refused'],
      'unknown-mechanism-504': [/^500 /, 'it has a code of its own for that'],
      'initial-response-refused': [/^334 /, 'the response is passed over, and the challenge given'],
      'initial-response-501': [/^334 /, 'the response is passed over, and the challenge given'],
      'mail-before-login-530': [/^550 /, 'it has a code of its own for that'],
      'plain-with-third-nul': [/^235 /, 'what follows the password is cut off'],
      'plain-as-another': [/^235 /, ignoresIdentity],
      'plain-as-nothing': [/^235 /, ignoresIdentity],
    },
  },
};

/** Of a point, by its name. */
export function deviationsOf(point: string): readonly KnownDeviation[] {
  return Object.entries(known).flatMap(([mta, { seenIn, source, points }]) => {
    const [saw, why, elsewhere] = points[point] ?? [];
    return saw && why !== undefined ? [{ mta, seenIn, saw, why, source: elsewhere ?? source }] : [];
  });
}

function everywhere(saw: RegExp, why: string, points: readonly string[]): Readonly<Record<string, Seen>> {
  return Object.fromEntries(points.map((point) => [point, [saw, why]]));
}
