import type { ClientStep } from '../../model/failure-mode';
import { shellQuote } from '../../shell-quote';

/** A user who logs in and sends a mail to a foreign domain, from outside, at 587. */
export const mailOfUser = {
  kind: 'mail',
  login: { mechanism: 'PLAIN', password: 'right' },
} as const satisfies ClientStep;

/** A user who logs in at 587 with PLAIN, from outside, and does nothing else: a refused login is not followed by a mail. */
export function loginOnly(user = 'alice', password = 'correct-horse-alice'): ClientStep {
  return { kind: 'lines', lines: [`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`, 'QUIT'] };
}

/** A mail to a foreign domain from a client that is in $mynetworks and does not log in. */
export const mailFromInside = { kind: 'mail', vantage: 'inside', port: 25 } as const satisfies ClientStep;

/** A mail to a foreign domain from a stranger. */
export const mailOfStranger = { kind: 'mail', port: 25 } as const satisfies ClientStep;

/** A mail from a stranger to the server's own user. */
export const mailToLocalUser = { kind: 'mail', port: 25, to: 'local' } as const satisfies ClientStep;

/** A mail sent by lines, from `from` to `to`. */
export function mailLines(from: string, to: string): readonly string[] {
  return [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', 'Subject: test\r\n\r\ntest\r\n.', 'QUIT'];
}

/** A session from the server itself, where no vantage point is: at its loopback address, or at its own. */
export function fromServerItself(from: 'loopback' | 'own address', port: number, lines: readonly string[]): ClientStep {
  const host = from === 'loopback' ? '127.0.0.1' : '$(hostname -i)';
  return { kind: 'run', script: conversation(host, port, lines) };
}

/** Shell commands that connect to a port as descriptor 3, which may take until the services have started. */
export function connectOn3(host: string, port: number): string {
  return `for try in {1..40}; do { exec 3<>/dev/tcp/${host}/${port}; } 2>/dev/null && break; sleep 0.1; done`;
}

// Each line waits for the answer to the one before.
function conversation(host: string, port: number, lines: readonly string[]): string {
  const said = lines.map((line) => `say ${shellQuote(line.replaceAll('\r\n', '\\r\\n'))}`);
  return `${connectOn3(host, port)}
hear() { while IFS= read -r -t 3 line <&3; do case "$line" in [0-9][0-9][0-9]' '*) return ;; esac; done; }
say() { printf '%b\\r\\n' "$1" >&3; hear || true; }
hear || true
${said.join('\n')}
exec 3>&-`;
}
