import { HarnessError } from '../../errors';
import { isLoopback, type RunningServer } from '../../model/running-server';
import { parsePorts } from '../../settings/values';
import { askSecret, askYes, type Terminal } from './ask-terminal';

/** What the command line says of a server that runs already; the password is never there. */
export interface NamedServer {
  readonly host: string;
  readonly ports: readonly number[];
  /** Undefined: it runs, and answers at once. */
  readonly readyTimeoutMs: number | undefined;
  readonly user: string | undefined;
  readonly fromDomain: string;
  readonly toDomain: string;
  readonly send: boolean;
  /** Whether the user has agreed on the command line that it may be asked. */
  readonly agreed: boolean;
}

/** `mail.example.test:25,587`, `[2001:db8::1]:25`; the port is 25 unless said. Undefined where it is none of these. */
export function parseHost(text: string): Pick<NamedServer, 'host' | 'ports'> | undefined {
  const [, bracketed, plain, list = '25'] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]/]+))(?::([\d,]+))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  const ports = parsePorts(list);
  return host !== undefined && ports?.length ? { host, ports } : undefined;
}

/**
 * Gets what the command line can't say: whether relaying may be tried on a machine that is not this one, and the password, from
 * SMTP_AUTH_PASSWORD or whoever sits at the terminal. Throws EUSAGE where nobody does; undefined where the answer is no.
 */
export async function agreeOn(
  named: NamedServer,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<RunningServer | undefined> {
  const { host, ports, readyTimeoutMs, user, fromDomain, toDomain, send, agreed } = named;
  if (!agreed && !isLoopback(host)) {
    if (!terminal.input.isTTY) {
      throw new HarnessError('EUSAGE', `${host} is not this machine: --yes says that you may try to relay there`);
    }
    const what = send ? 'mail that a relay would deliver' : 'MAIL and RCPT that a relay would accept, and nothing more';
    if (!(await askYes(terminal, `${host}:${ports.join(',')} is going to be sent ${what}. May you do that?`)))
      return undefined;
  }
  const running = { host, ports, fromDomain, toDomain, send, ...(readyTimeoutMs !== undefined && { readyTimeoutMs }) };
  if (user === undefined) return { ...running, user: undefined };
  return { ...running, user: { name: user, password: await passwordOf(user, env, terminal) } };
}

async function passwordOf(user: string, env: NodeJS.ProcessEnv, terminal: Terminal): Promise<string> {
  if (env.SMTP_AUTH_PASSWORD) return env.SMTP_AUTH_PASSWORD;
  const typed = terminal.input.isTTY ? await askSecret(terminal, `Password of ${user}: `) : '';
  if (typed !== '') return typed;
  throw new HarnessError('EUSAGE', `the password of ${user} is wanted: set SMTP_AUTH_PASSWORD`);
}
