import type { ClientStep, FailureMode, LogSign } from '../model/failure-mode';
import { genericFailure, loginRefused, refusal, temporaryFailure } from './saslauthd-setup';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const says = (...lines: readonly string[]): readonly ClientStep[] => [{ kind: 'lines', lines }];

const client = 'client.outside.example[198.51.100.7]';

const failedWith = (mechanism: string, reason: string): LogSign => ({
  pattern: new RegExp(`^warning: \\S+: SASL ${mechanism} authentication failed: ${reason}(?:, sasl_username=.*)?$`),
  specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL LOGIN authentication failed: ${reason}, sasl_username=(unavailable)`,
  strength: 'suggests',
});

const warns = (pattern: RegExp, text: string): LogSign => ({
  pattern: new RegExp(`^warning: SASL authentication failure: ${pattern.source}$`),
  specimen: `postfix/submission/smtpd[51]: warning: SASL authentication failure: ${text}`,
  strength: 'names',
  program: /smtpd$/,
});

// NTLM fails so as well, where it is offered without anything behind it.
const badProtocol = failedWith('(?!NTLM )\\S+', 'bad protocol / cancel');
const anotherStep = failedWith('\\S+', 'another step is needed in authentication');
const badProtocolReply = '535 5.7.8 Error: authentication failed: bad protocol / cancel';
const anotherStepReply = '535 5.7.8 Error: authentication failed: another step is needed in authentication';

const authManual = 'https://www.rfc-editor.org/rfc/rfc4954#section-4';
const plainManual = 'https://www.rfc-editor.org/rfc/rfc4616#section-2';

/** The server is right, and the client sends something wrong while it logs in. */
export const clientMistakes: readonly FailureMode[] = [
  {
    id: 'client/base64-incomplete',
    kind: 'client',
    title: 'a client sends credentials that are cut off or not base64 at all',
    cause:
      'What the client sent is not a whole number of base64 quadruples. In a session by hand somebody typed the name ' +
      'as it is; a program left the padding out or cut the text.',
    symptoms: { log: [anotherStep], facts: [], client: anotherStepReply },
    repair: {
      words: 'Encode name and password; the server needs nothing.',
      commands: ['printf %s alice | base64'],
    },
    reproduction: { inject: '', provoke: says('AUTH LOGIN', 'alice'), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [authManual, 'https://github.com/catatnight/docker-postfix/issues/31'],
  },
  {
    id: 'client/base64-illegal',
    kind: 'client',
    title: 'a client sends credentials with characters that base64 does not have',
    cause:
      'There is something in the answer that base64 does not know: a password typed as it is, spaces between, or the ' +
      'alphabet for URLs with - and _. The server cannot read it, and does not get as far as checking a password.',
    symptoms: { log: [badProtocol], facts: [], client: badProtocolReply },
    repair: {
      words: 'Encode name and password with the usual alphabet; the server needs nothing.',
      commands: ["printf '\\0alice\\0secret' | base64"],
    },
    reproduction: { inject: '', provoke: says('AUTH LOGIN', 'al!ce$$$'), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [authManual, 'https://www.rfc-editor.org/rfc/rfc4648#section-4'],
  },
  {
    id: 'client/plain-malformed',
    kind: 'client',
    title: 'a client sends PLAIN credentials without their separators',
    cause:
      'PLAIN is one text of three parts, each but the first behind a NUL byte: an empty one, the name, the password. ' +
      'Here a NUL is missing, or the shell wrote a backslash and a zero instead of it.',
    symptoms: {
      log: [
        warns(/Can only find author(?:\/en)? \(no password\)/, 'Can only find author/en (no password)'),
        badProtocol,
      ],
      facts: [],
      client: badProtocolReply,
    },
    repair: { words: 'Send NUL, name, NUL, password.', commands: ["printf '\\0alice\\0secret' | base64"] },
    reproduction: { inject: '', provoke: says(`AUTH PLAIN ${base64('alice\0secret')}`), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [plainManual],
  },
  {
    id: 'client/empty-user',
    kind: 'client',
    title: 'a client logs in with an empty user name',
    cause:
      'The program has login switched on and no name set; in containers most often a variable for the user that is ' +
      'empty. Cyrus SASL calls it a failure of its own, so the client takes it for temporary and tries for days.',
    symptoms: {
      log: [warns(/All-whitespace username\./, 'All-whitespace username.'), genericFailure],
      facts: [],
      client: temporaryFailure,
    },
    repair: { words: 'Give the client a name, or switch its login off.', commands: [] },
    reproduction: { inject: '', provoke: says(`AUTH PLAIN ${base64('\0\0secret')}`), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/loganmarchione/docker-postfixrelay/issues/35', plainManual],
  },
  {
    id: 'client/acts-as-another',
    kind: 'client',
    title: 'a client logs in as one user and wants to act as another',
    cause:
      'The first part of PLAIN names whom the user wants to act as, and is meant to be empty. The client has put ' +
      'another name there, such as an address for the mailbox. The password is right, and Cyrus SASL refuses.',
    symptoms: {
      log: [
        warns(/Requested identity not authenticated identity/, 'Requested identity not authenticated identity'),
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Clear the authorisation identity in the client (also called "login on behalf of").',
      commands: [],
    },
    reproduction: {
      inject: '',
      provoke: says(`AUTH PLAIN ${base64('boss\0alice\0correct-horse-alice')}`),
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [plainManual],
  },
  {
    id: 'client/line-too-long',
    kind: 'client',
    title: 'a client sends credentials in a line longer than Postfix reads',
    cause:
      'The password, or a token in its place, is so long that the AUTH command exceeds line_length_limit (2048). ' +
      'Postfix cuts the line, and what is left of the base64 is incomplete.',
    symptoms: {
      log: [
        {
          pattern: /^warning: \S+: request longer than \d+: AUTH /i,
          specimen: `postfix/submission/smtpd[866]: warning: ${client}: request longer than 2048: AUTH PLAIN AGFsaWNlAHh4eHh4eHh...`,
          strength: 'names',
        },
        anotherStep,
      ],
      facts: [],
      client: anotherStepReply,
    },
    repair: {
      words:
        'Let the client send AUTH alone and the credentials after the 334, as RFC 4954 wants it; or shorten the secret.',
      commands: [],
    },
    reproduction: {
      inject: '',
      provoke: says(`AUTH PLAIN ${base64(`\0alice\0${'x'.repeat(3000)}`)}`),
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      authManual,
      'https://github.com/roundcube/roundcubemail/issues/8623',
      'https://github.com/pear/Net_SMTP/issues/69',
    ],
  },
  {
    id: 'client/login-field-too-long',
    kind: 'client',
    title: 'a client sends a name or password of more than 1024 bytes with LOGIN',
    cause:
      'The plug-in for LOGIN takes up to 1024 bytes for each answer and refuses more, without checking anything. ' +
      'Such a password is most often a token.',
    symptoms: {
      log: [
        warns(
          /(?:clientinlen is > 1024 characters in LOGIN plugin|username too long \(>1024 characters\))/,
          'clientinlen is > 1024 characters in LOGIN plugin',
        ),
        badProtocol,
      ],
      facts: [],
      client: badProtocolReply,
    },
    repair: { words: 'Use a shorter secret, or PLAIN.', commands: [] },
    reproduction: {
      inject: '',
      provoke: says('AUTH LOGIN', base64('alice'), base64('x'.repeat(1300))),
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/cyrusimap/cyrus-sasl/blob/master/plugins/login.c'],
  },
  {
    id: 'client/answer-too-long',
    kind: 'client',
    title: 'a client’s answer exceeds smtpd_sasl_response_limit',
    cause:
      'After the 334 a client may send up to 12288 bytes; this one sent more, such as a token with many claims or a ' +
      'Kerberos ticket with many groups. Postfix ends the exchange.',
    symptoms: {
      log: [
        {
          pattern: /^warning: \S+: request longer than \d{5,}: [\w+/=]+\.*$/,
          specimen: `postfix/submission/smtpd[866]: warning: ${client}: request longer than 12288: eHh4eHh4eHh4eHh4eHh4eHh4eHh4eH...`,
          strength: 'names',
        },
      ],
      facts: [],
      client: '500 5.5.6 SASL response limit exceeded',
    },
    repair: {
      words: 'Use a shorter secret; raise the limit only if such answers are wanted.',
      commands: ['postconf -e smtpd_sasl_response_limit=65536', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: '',
      provoke: says('AUTH LOGIN', base64('alice'), base64('x'.repeat(9900))),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '3.4' },
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_sasl_response_limit', authManual],
  },
  {
    id: 'client/user-name-not-ascii',
    kind: 'client',
    title: 'a client logs in with a name that is not ASCII',
    cause:
      'The name has a letter such as ü in it. The same letter is other bytes in UTF-8 and in ISO 8859-1, and names are ' +
      'compared byte by byte, so the account is found from one program and not from another. The log shows a question ' +
      'mark where the bytes are no UTF-8.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: \S+: SASL \S+ authentication failed: authentication failure, sasl_username=.*(?:[^\x20-\x7e]|\?)/,
          specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL PLAIN authentication failed: authentication failure, sasl_username=j?rgen@example.test`,
          strength: 'suggests',
        },
      ],
      facts: [],
      client: refusal,
    },
    repair: { words: 'Give the account a login name in ASCII.', commands: ['saslpasswd2 -c -u example.test juergen'] },
    reproduction: {
      inject: '',
      provoke: says(`AUTH PLAIN ${Buffer.from('\0j\xfcrgen\0secret', 'latin1').toString('base64')}`),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '3.5.22' },
    noticedBy: [],
    references: [plainManual, 'https://github.com/mail-in-a-box/mailinabox/issues/407'],
  },
  {
    id: 'client/password-not-ascii',
    kind: 'client',
    title: 'a password that is not ASCII is stored in one character set and sent in another',
    cause:
      'A letter such as ü is other bytes in UTF-8 and in ISO 8859-1, and passwords are compared byte by byte: one ' +
      'program gets in and another does not.',
    symptoms: { log: [loginRefused], facts: [], client: `${refusal}, from one program and not from another` },
    repair: {
      words: 'Choose a password in ASCII, or set the client to UTF-8.',
      commands: ['saslpasswd2 -u example.test alice'],
    },
    unreproduced: 'Nothing in a log or a configuration tells it from a mistyped password.',
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/roundcube/roundcubemail/issues/7023',
      'https://github.com/thunderbird/thunderbird-android/issues/1673',
      'https://github.com/froxlor/froxlor/issues/435',
    ],
  },
  {
    id: 'client/newline-in-password',
    kind: 'client',
    title: 'a password was encoded together with a line end',
    cause:
      '`echo secret | base64` encodes the line end as well, and so does a script that reads a password from a file. ' +
      'For a name that does no harm, for Cyrus SASL strips it; a password with it is another password.',
    symptoms: { log: [loginRefused], facts: [], client: refusal },
    repair: { words: 'Encode without a line end.', commands: ['printf %s secret | base64'] },
    unreproduced: 'Nothing in a log or a configuration tells it from a mistyped password.',
    versions: {},
    noticedBy: [],
    references: ['https://github.com/wader/postfix-relay/issues/79'],
  },
  {
    id: 'client/aborted',
    kind: 'client',
    title: 'a client breaks its login off',
    cause:
      'The client sent `*` instead of an answer: the user pressed "cancel", or the program does not like what the ' +
      'server sent and tries another mechanism.',
    symptoms: {
      log: [
        {
          pattern: /^warning: \S+: SASL \S+ authentication aborted(?:, sasl_username=.*)?$/,
          specimen: `postfix/submission/smtpd[384]: warning: ${client}: SASL LOGIN authentication aborted`,
          strength: 'names',
        },
      ],
      facts: [],
      client: '501 5.7.0 Authentication aborted',
    },
    repair: {
      words: 'Nothing, unless a client always breaks off the same mechanism: then stop offering it.',
      commands: [],
    },
    reproduction: { inject: '', provoke: says('AUTH LOGIN', '*'), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [authManual],
  },
  {
    id: 'client/logs-in-again',
    kind: 'client',
    title: 'a client that has logged in logs in again',
    cause:
      'AUTH may be said once in a session, and not within a mail transaction. This client says it before every mail ' +
      'although it keeps the connection; the server answers 503 and logs nothing but the count of the disconnect line.',
    symptoms: {
      log: [
        {
          pattern: /^disconnect from \S+ (?:.* )?auth=[1-9]\d*\/\d+ /,
          specimen: `postfix/submission/smtpd[384]: disconnect from ${client} ehlo=1 auth=1/2 quit=1 commands=3/4`,
          strength: 'suggests',
        },
      ],
      facts: [],
      client: '503 5.5.1 Error: already authenticated, or 503 5.5.1 Error: MAIL transaction in progress',
    },
    repair: { words: 'Let the client log in once for each connection.', commands: [] },
    reproduction: {
      inject: '',
      provoke: says(...[1, 2].map(() => `AUTH PLAIN ${base64('\0alice\0correct-horse-alice')}`), 'QUIT'),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy: [],
    references: [authManual],
  },
  {
    id: 'client/gone-during-login',
    kind: 'noise',
    title: 'a client leaves while or after it logs in',
    cause:
      'The connection ended without QUIT after an AUTH command. Bots do so after every guess, and some programs after ' +
      'a refusal. By itself it says nothing about the server: an earlier line of the same session may.',
    symptoms: {
      log: [
        {
          pattern: /^lost connection after AUTH from \S+$/,
          specimen: `postfix/submission/smtpd[632]: lost connection after AUTH from ${client}`,
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Nothing: it is gone.',
    },
    repair: { words: 'Nothing. Where it is a client of one’s own, look at the line before.', commands: [] },
    reproduction: { inject: '', provoke: says('AUTH LOGIN'), repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/docker-mailserver/docker-mailserver/issues/47'],
  },
  {
    id: 'client/silent-during-login',
    kind: 'noise',
    title: 'a client falls silent while it logs in',
    cause:
      'The client said AUTH and then nothing more, until smtpd_timeout was over: a program that hangs, a connection ' +
      'that broke without a word, or a scanner.',
    symptoms: {
      log: [
        {
          pattern: /^timeout after AUTH from \S+$/,
          specimen: `postfix/submission/smtpd[632]: timeout after AUTH from ${client}`,
          strength: 'names',
        },
      ],
      facts: [],
      client: '421 4.4.2 mail.example.test Error: timeout exceeded',
    },
    repair: { words: 'Nothing.', commands: [] },
    reproduction: {
      inject: 'postconf -e smtpd_timeout=1s',
      provoke: [
        {
          kind: 'run',
          script: `exec 3<>/dev/tcp/127.0.0.1/587
printf 'EHLO client.outside.example\\r\\n' >&3
while IFS= read -r -t 4 line <&3; do case "$line" in '250 '*) break ;; esac; done
printf 'AUTH LOGIN\\r\\n' >&3
timeout 4 cat <&3 >/dev/null || true
exec 3>&-`,
        },
      ],
      repair: 'postconf -X smtpd_timeout',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_timeout'],
  },
  {
    id: 'client/guessing',
    kind: 'noise',
    title: 'a bot guesses names and passwords',
    cause:
      'Many addresses, common names such as admin or info, one or a few attempts each, RSET after a refusal: nobody ' +
      'who belongs here. It is harmless as long as the passwords are good, and it is not why somebody else cannot log in.',
    symptoms: {
      log: [
        {
          pattern: /^disconnect from \S+ (?:.* )?auth=0\/\d+ rset=\d+ /,
          specimen:
            'postfix/smtps/smtpd[877]: disconnect from unknown[198.51.100.99] ehlo=1 auth=0/1 rset=1 commands=2/3',
          strength: 'names',
        },
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Let fail2ban close the door after a few attempts, and offer AUTH on 587 and 465 only.',
      commands: ['fail2ban-client status postfix-sasl'],
    },
    reproduction: {
      inject: '',
      provoke: says('AUTH LOGIN', base64('admin'), base64('admin'), 'RSET'),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy: [],
    references: ['https://github.com/iredmail/dockerized/issues/24'],
  },
];
