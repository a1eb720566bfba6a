import type { ClientStep, FailureMode } from '../model/failure-mode';
import { refusal } from './saslauthd-setup';
import { endedAfterAuth } from './signs';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const says = (...lines: readonly string[]): readonly ClientStep[] => [{ kind: 'lines', lines }];

const client = 'client.outside.example[198.51.100.7]';
const authManual = 'https://www.rfc-editor.org/rfc/rfc4954#section-4';

/** The server is right, and the client logs in at the wrong moment, breaks off, or does not belong here. */
export const clientSessions: readonly FailureMode[] = [
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
      log: [endedAfterAuth('lost connection')],
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
      log: [endedAfterAuth('timeout')],
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
read -r -t 4 greeting <&3
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
