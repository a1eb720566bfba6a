import type { LogSign } from '../../../model/failure-mode';

/** What `diagnose` notes behind the line that ends a session, or a step of it: it tells what came before. */
const sessionNote = (note: string, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(String.raw`\(session: ${note}\)$`),
  specimen,
  strength,
  alternative: true,
});

/** A client gets no AUTH, and leaves or goes on without. */
export const leavesWithoutAuth = sessionNote(
  '(?:no login; )?(?:STARTTLS offered, AUTH not|neither STARTTLS nor AUTH offered|AUTH not offered in TLS)',
  ' -> QUIT (session: neither STARTTLS nor AUTH offered)',
  'suggests',
);

/** The same, and STARTTLS is there, which it has not said. */
export const leavesBeforeTls = sessionNote(
  '(?:no login; )?STARTTLS offered, AUTH not',
  'Send: QUIT (session: STARTTLS offered, AUTH not)',
  'suggests',
);

export const authWhereNoneIsOffered = sessionNote(
  String.raw`AUTH \S+ where none is offered`,
  '535 5.7.8 Authentication credentials invalid (session: AUTH LOGIN where none is offered)',
  'names',
);

export const starttlsWhereNoneIsOffered = sessionNote(
  'STARTTLS where none is offered',
  '502 5.5.1 Error: command not implemented (session: STARTTLS where none is offered)',
  'names',
);

export const starttlsAnyway = sessionNote(
  'STARTTLS was not offered',
  '140468394607936:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:331: (session: STARTTLS was not offered)',
  'names',
);

export const nothingInCredentials = sessionNote(
  String.raw`AUTH \S+ with (?:an empty answer|nothing in a field)`,
  '535 Incorrect authentication data (session: AUTH LOGIN with an empty answer)',
  'names',
);

/** It may be no more than what somebody has put in its place. */
export const plainWithoutSeparators = sessionNote(
  'AUTH PLAIN without separators',
  '535 5.7.8 Error: authentication failed (session: AUTH PLAIN without separators)',
  'suggests',
);

export const plainWithIdentity = sessionNote(
  'AUTH PLAIN with an identity to act as',
  '"SENT: 535 Authentication failed. Restarting authentication process." (session: AUTH PLAIN with an identity to act as)',
  'suggests',
);

export const ehloBehindLogin = sessionNote(
  'logged in, then EHLO',
  'S: 530 5.7.0 Authentication required (session: logged in, then EHLO)',
  'names',
);

export const plainWithoutInitialResponse = sessionNote(
  'AUTH PLAIN without an initial response',
  '< 535 Incorrect authentication data (session: AUTH PLAIN without an initial response)',
  'names',
);

export const userNameAskedAgain = sessionNote(
  'the user name is asked for again',
  'S: 334 VXNlcm5hbWU6 (session: the user name is asked for again)',
  'names',
);

export const clearBehindStarttls = sessionNote(
  'STARTTLS was answered with 220',
  'javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection? (session: STARTTLS was answered with 220)',
  'names',
);

/** Postal, which shows its side. */
export const closedBehindStarttls = sessionNote(
  'closed behind STARTTLS',
  '[WU5N5C]    Connection closed (session: closed behind STARTTLS)',
  'suggests',
);

/** PHPMailer, which shows no more of a session than what it says itself. */
export const givesUpBeforeAuth = sessionNote(
  'EHLO answered, AUTH not said',
  'SMTP Error: Could not authenticate. (session: EHLO answered, AUTH not said)',
  'names',
);

export const anotherServerGreets = sessionNote(
  String.raw`another server than \S+ greets`,
  'SERVER -> CLIENT: 220 web1.hosting.example ESMTP Exim 4.93 (session: another server than smtp.gmail.com greets)',
  'names',
);

/** Whoever redirects connections takes the user for one of its own. */
export const providersUserElsewhere = sessionNote(
  String.raw`a user of \S+, refused in Exim's words`,
  "SMTP ERROR: Password command failed: 535 Incorrect authentication data (session: a user of gmail.com, refused in Exim's words)",
  'names',
);

export const unusualMechanismsOnly = sessionNote(
  String.raw`AUTH offered with [\w -]+`,
  'C: QUIT (session: AUTH offered with GSSAPI NTLM)',
  'names',
);

export const mechanismNotOffered = sessionNote(
  String.raw`AUTH \S+ not offered`,
  'S: 535 5.7.8 Error: authentication failed: no mechanism available (session: AUTH LOGIN not offered)',
  'names',
);

/** Whoever keeps passwords so that they can only be compared can't do it. */
export const md5Refused = sessionNote(
  String.raw`AUTH \S+-MD5(?: where PLAIN or LOGIN is offered|, and what is offered is not shown)`,
  '535 5.7.0 authentication failed (session: AUTH DIGEST-MD5 where PLAIN or LOGIN is offered)',
  'suggests',
);

export const tokenRefused = sessionNote(
  'AUTH (?:XOAUTH2|OAUTHBEARER) refused',
  'SERVER -> CLIENT: 535-5.7.8 Username and Password not accepted (session: AUTH XOAUTH2 refused)',
  'suggests',
);

export const heloInsteadOfEhlo = sessionNote(
  'no login, as HELO was said',
  '503 bad sequence of commands (session: no login, as HELO was said)',
  'suggests',
);

export const deniedWithoutLogin: LogSign = {
  pattern: /(?:[Rr]elay(?! access denied)|[Aa]uthenticat).*\(session: no login; AUTH offered\)$/,
  specimen: '550 relay not permitted (session: no login; AUTH offered)',
  strength: 'names',
  alternative: true,
};

/** The recipient's domain may be one that the server was to know as its own. */
export const deniedToWhomever: LogSign = {
  pattern: /Relay access denied.*\(session: no login; [^)]*\)$/,
  specimen: '454 4.7.1 <alice@example.test>: Relay access denied (session: no login; STARTTLS offered, AUTH not)',
  strength: 'suggests',
  alternative: true,
};

/** No server has such a domain as its own but its provider's. */
export const deniedToProvider: LogSign = {
  pattern:
    /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|gmx|web|protonmail|qq|163|126|yandex|mail)\.(?:com|net|de|fr|ru|co\.\w+)>?: Relay access denied.*\(session: no login; AUTH offered\)$/,
  specimen: '554 5.7.1 <alice@gmail.com>: Relay access denied (session: no login; AUTH offered)',
  strength: 'names',
  alternative: true,
};

export const deniedThoughLoggedIn: LogSign = {
  pattern: /Relay access denied.*\(session: logged in\)$/,
  specimen: '554 5.7.1 <x@elsewhere.example>: Relay access denied (session: logged in)',
  strength: 'names',
  alternative: true,
};

/** telnet is connected, and the server hangs up without a word: its process has died, or a proxy has nobody behind it. */
export const closedBeforeGreeting = sessionNote(
  'closed before a greeting',
  'Connection closed by foreign host. (session: closed before a greeting)',
  'suggests',
);
