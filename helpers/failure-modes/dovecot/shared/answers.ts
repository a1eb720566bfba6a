import type { ClientStep, LogSign } from '../../../model/failure-mode';
import { config } from './socket';

/** Dovecot’s auth process says so, in its own log. */
export const dovecotSays = (text: RegExp, specimen: string): LogSign => ({
  pattern: new RegExp(`^auth(?:-worker)?(?:\\([^)]*\\))?(?:<[^>]*>)*: ${text.source}`),
  specimen: `dovecot: auth: ${specimen}`,
  strength: 'names',
  program: /^dovecot$/,
});

// passwd-file(alice@example.test,198.51.100.7): …; from a worker: conn unix:auth-worker (…): auth-worker<1>: sql(…): …
// 2.4: auth(alice@example.test,198.51.100.7,sasl:plain): Info: passwd-file: …; request [12]: Info: sql: …
const passdb = String.raw`(?:request \[\d+\]: )?(?:(?:Info|Error|Debug): )?(?:conn .*?: auth-worker<\d+>: )?[\w-]+(?:\(.*?\))?`;

/** It says so of a user; with auth_verbose = yes. */
export const ofUser = (text: string, specimen: string) =>
  dovecotSays(new RegExp(`${passdb}: ${text}`), `passwd-file(alice@example.test,198.51.100.7): ${specimen}`);

// 2.2: Aborted login (auth failed, 1 attempts in 2 secs); 2.3: Disconnected: Connection closed (auth failed, 1 attempts …); 2.4: Login
// aborted: Connection closed (auth failed, 1 attempts …) (auth_failed). Also: Client has quit the connection (…), Remote closed connection (…).
const loginProcess = '(?:imap|pop3|submission|managesieve)-login: (?:Info: )?[A-Z].*\\(auth failed, \\d+ attempts\\b';

/**
 * Dovecot gives smtpd, and its own login processes, no reason. smtpd before 3.5.25, 3.6.15, 3.7.11 and 3.8.6: what was left in the buffer, "Password:" in
 * base64, some in clear, or "Username:" of a client that went no further, a challenge of CRAM-MD5 or NTLM, or nothing; for it, people put something in quotes or brackets.
 */
export const noReason: LogSign = {
  pattern: new RegExp(
    `^(?:warning: \\S+: SASL \\S+ authentication failed:(?: \\(reason unavailable\\)| (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|Password:|Username:|[A-Za-z0-9+/]{2,}={1,2}|(?:PD|TlRMTVN)[A-Za-z0-9+/]{6,}|"[^"]*"|<[^>]*>|\\[[^\\]]*\\]))? ?(?:, sasl_username=.*)?$|${loginProcess})`,
  ),
  specimen:
    'postfix/submission/smtpd[362]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=alice@example.test',
  strength: 'suggests',
};

/** alice, wrong. */
export const loginOfAlice = 'AUTH PLAIN AGFsaWNlAHdyb25n';

/** A session of these lines. */
export const says = (...lines: readonly string[]): readonly ClientStep[] => [
  { kind: 'lines', lines: [...lines, 'QUIT'] },
];

/** What a client gets. */
export const reply =
  '535 5.7.8 Error: authentication failed: (reason unavailable); before Postfix 3.7.11: UGFzc3dvcmQ6, or nothing, as the reason';

export const users = '/etc/dovecot/users';

/** Changes what Dovecot offers. */
export const mechanisms = (list: string) => `sed -i 's/^auth_mechanisms = .*/auth_mechanisms = ${list}/' ${config}`;

/** The check that fails where no user can log in. */
export const usersFail = ['authenticated-relay/plain-on-587-before-tls'];
