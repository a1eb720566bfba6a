import type { ClientStep, FailureMode, LogSign } from '../model/failure-mode';
import { asksSaslauthd, genericFailure, loginRefused, refusal, temporaryFailure } from './saslauthd-setup';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const says = (...lines: readonly string[]): readonly ClientStep[] => [{ kind: 'lines', lines }];

const client = 'client.outside.example[198.51.100.7]';

const failedWith = (
  mechanism: string,
  reason: string,
  example = /^[A-Z]+$/.test(mechanism) ? mechanism : 'CRAM-MD5',
): LogSign => ({
  pattern: new RegExp(`^warning: \\S+: SASL ${mechanism} authentication failed: ${reason}(?:, sasl_username=.*)?$`),
  specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL ${example} authentication failed: ${reason}, sasl_username=(unavailable)`,
  strength: 'suggests',
});

const warns = (pattern: RegExp, text: string): LogSign => ({
  pattern: new RegExp(`^warning: SASL authentication failure: ${pattern.source}$`),
  specimen: `postfix/submission/smtpd[51]: warning: SASL authentication failure: ${text}`,
  strength: 'names',
  program: /smtpd$/,
});

// What else than base64 brings about the same line depends on the mechanism.
const badPlain = failedWith('PLAIN', 'bad protocol / cancel');
const badLogin = failedWith('LOGIN', 'bad protocol / cancel');
const badOther = failedWith('(?!PLAIN |LOGIN |NTLM )\\S+', 'bad protocol / cancel');
const cutPlain = failedWith('PLAIN', 'another step is needed in authentication');
const cutOther = failedWith('(?!PLAIN )\\S+', 'another step is needed in authentication');
const illegal = 'al!ce$$$';
const badProtocolReply = '535 5.7.8 Error: authentication failed: bad protocol / cancel';
const anotherStepReply = '535 5.7.8 Error: authentication failed: another step is needed in authentication';

const authManual = 'https://www.rfc-editor.org/rfc/rfc4954#section-4';
const plainManual = 'https://www.rfc-editor.org/rfc/rfc4616#section-2';

/** The server is right, and the client sends something that is not what a login should be. */
export const clientMistakes: readonly FailureMode[] = [
  {
    id: 'client/base64-incomplete',
    kind: 'client',
    title: 'a client sends credentials that are cut off or not base64 at all',
    cause:
      'What the client sent is not a whole number of base64 quadruples. In a session by hand somebody typed the name ' +
      'as it is; a program left the padding out or cut the text.',
    symptoms: { log: [cutOther, cutPlain], facts: [], client: anotherStepReply },
    repair: {
      words: 'Encode name and password; the server needs nothing.',
      commands: ['printf %s alice | base64'],
    },
    reproduction: { inject: '', provoke: says('AUTH LOGIN', 'alice', 'AUTH PLAIN YWxpY2'), repair: '', toldBy: 'log' },
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
    symptoms: { log: [badOther, badLogin, badPlain], facts: [], client: badProtocolReply },
    repair: {
      words: 'Encode name and password with the usual alphabet; the server needs nothing.',
      commands: ["printf '\\0alice\\0secret' | base64"],
    },
    reproduction: {
      inject: '',
      provoke: says('AUTH LOGIN', illegal, `AUTH PLAIN ${illegal}`, 'AUTH CRAM-MD5', illegal),
      repair: '',
      toldBy: 'log',
    },
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
      log: [warns(/Can only find author(?:\/en)? \(no password\)/, 'Can only find author/en (no password)'), badPlain],
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
      inject: asksSaslauthd,
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
        cutPlain,
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
        badLogin,
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
      'mark where the bytes are no UTF-8. The same is true of passwords, but no log shows it: one program gets in and ' +
      'another does not.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: \S+: SASL \S+ authentication failed: authentication failure, sasl_username=.*(?:[^\x20-\x7e]|\?)/,
          specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL PLAIN authentication failed: authentication failure, sasl_username=j?rgen@example.test`,
          strength: 'names',
        },
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Give the account a login name in ASCII, and a password too.',
      commands: ['saslpasswd2 -c -u example.test juergen'],
    },
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
];
