import type { Survey } from '../model/diagnosis';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';

/** Finds out what a log is the log of: looks at all lines of a short one, and at some of every piece of a long one. */
export class LogSurvey {
  readonly #programs = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  readonly #servers = new Set<string>();
  #looked = 0;
  #left = 0;

  /** A log begins. */
  begin(): void {
    this.#left = linesOfBeginning;
  }

  /** Looks at lines of a piece of the log. */
  look(bytes: Buffer): void {
    let left = Math.max(this.#left, linesOfPiece);
    for (let start = 0; start < bytes.length && left > 0; left--) {
      const end = bytes.indexOf(10, start);
      const text = bytes.toString('utf8', start, Math.min(end, start + longestLooked));
      if (text.trim() !== '' && !text.startsWith('#')) this.note(unwrapLine(text), formOf(text));
      start = end + 1;
    }
    this.#left = left;
  }

  /** Notes a line. */
  note(line: UnwrappedLine, form: string): void {
    const server = serverOf(line);
    this.#looked++;
    add(this.#forms, form);
    if (line.program !== undefined) add(this.#programs, line.program);
    if (server !== undefined) this.#servers.add(server);
  }

  /** What has been found out; a line that a sign matches is one of a known server, however it is written. */
  sum(nothingMatched: boolean): Survey {
    const found = [...this.#servers];
    return {
      looked: this.#looked,
      forms: inOrder(this.#forms).map(([form]) => form),
      programs: inOrder(this.#programs).map(([name, lines]) => ({ name, lines })),
      servers: found,
      known: !nothingMatched || found.some((server) => knownServers.has(server)),
    };
  }
}

/** The mail server that wrote a line, such as `Postfix`; undefined: another program, or none that can be told. */
export function serverOf(line: UnwrappedLine): string | undefined {
  return servers.find(([, isOf]) => isOf(line))?.[0];
}

const linesOfBeginning = 5000;
const linesOfPiece = 20;
const longestLooked = 2000;
const mostNames = 200;

/** Servers whose failures are in the catalogue. */
const knownServers: ReadonlySet<string> = new Set([
  ...['Postfix', 'Dovecot', 'Cyrus SASL', 'Exim', 'Sendmail', 'OpenSMTPD', 'Courier', 'Haraka'],
]);

const byProgram = (program: RegExp) => (line: UnwrappedLine) =>
  line.program !== undefined && program.test(line.program);
const byMessage = (message: RegExp) => (line: UnwrappedLine) => message.test(line.message);

/** How the lines of mail servers are known; the first that fits. */
const servers: readonly (readonly [string, (line: UnwrappedLine) => boolean])[] = [
  [
    'Postfix',
    byProgram(
      /^post(?:fix|alias|map|conf|super|queue)|\/(?:smtpd|smtp|qmgr|cleanup|lmtp|local|virtual|pipe|postscreen|master|anvil)$/,
    ),
  ],
  ['Dovecot', byProgram(/^dovecot/)],
  ['Cyrus SASL', byProgram(/^saslauthd/)],
  ['Exim', byProgram(/^exim/)],
  // 2026-11-24 10:00:00 1vNZ2k-000123-AB <= alice@example.test H=…
  [
    'Exim',
    byMessage(
      /^(?:\[\d+\] )?\w{6}-\w{6,11}-\w{2,4} (?:<=|=>|->|==|\*\*|\w)|authenticator failed for|\bR=\S+ T=\S+ |^(?:TLS error on connection from )?H=\S+.*\[[\d.:a-f]+\]/,
    ),
  ],
  ['Sendmail', byProgram(/^(?:sendmail|sm-[a-z])/)],
  ['Courier', byProgram(/^(?:courier|esmtpd|courierd|authdaemond)/)],
  // smtpd[53039]: 08a0eec7b6cdc261 smtp connected address=192.0.2.77
  [
    'OpenSMTPD',
    byMessage(
      /^(?:[0-9a-f]{16} (?:smtp|mta|mda)|smtp-(?:in|out):) |^(?:debug|info|warn|fatal): (?:smtpd?|mta|lka|ca|queue|control|scheduler|pony|klondike|dispatcher|table-\w+|lookup|parent)(?: ->|:| )|^\w+\[\d+\]: (?:warn|info|debug): table-/,
    ),
  ],
  // [NOTICE] [4F3E…1] [core] connect ip=192.0.2.77
  ['Haraka', byMessage(/^\[(?:PROTOCOL|DEBUG|INFO|NOTICE|WARN|ERROR|CRIT)\] \[[^\]]+\] \[[\w/.-]+\] /)],
  ['Postfix', byMessage(/^(?:NOQUEUE: |(?:dis)?connect from \S+\[|[0-9A-F]{6,}: (?:client|to|from)=)/)],
];

function formOf(text: string): string {
  if (/^\s*[{"]/.test(text)) return text.trimStart().startsWith('{') ? 'JSON' : 'table';
  if (/^(?:<\d+>)?1 \d{4}-/.test(text)) return 'syslog (RFC 5424)';
  if (/^(?:<\d+>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\dT)\S* \S+ [^\s:[]+(?:\[\d+\])?: /.test(text))
    return 'syslog';
  return 'text';
}

function add(counts: Map<string, number>, name: string): void {
  if (counts.has(name) || counts.size < mostNames) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function inOrder(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}
