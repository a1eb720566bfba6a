/** One line of a mail log, taken apart as syslog wrote it. */
export interface LogLine {
  /** As written: `Nov 24 23:49:37` or RFC 3339. */
  readonly time: string;
  readonly host: string;
  /** Such as `postfix/submission/smtpd`, `saslauthd`. */
  readonly program: string;
  readonly pid: number | undefined;
  readonly message: string;
}

// Nov 24 23:49:37 mail postfix/smtpd[10839]: connect from client.example.org[172.31.77.20]
// 2026-11-24T23:49:37.123456+00:00 mail postfix/submission/smtpd[16]: connect from …
const syslogLine =
  /^(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) (?<host>\S+) (?<program>[^\s:[]+)(?:\[(?<pid>\d+)\])?: ?(?<message>.*)$/s;

/** Reads a line as syslog writes it; undefined if it isn't one. */
export function parseLogLine(line: string): LogLine | undefined {
  const groups = syslogLine.exec(line)?.groups;
  if (!groups) return undefined;
  const { time = '', host = '', program = '', pid, message = '' } = groups;
  return { time, host, program, pid: pid === undefined ? undefined : Number(pid), message };
}

/** Whether the line is a Postfix daemon's of that name, whatever its service calls itself. */
export function isDaemon(line: LogLine, daemon: string): boolean {
  return line.program.startsWith('postfix') && line.program.endsWith(`/${daemon}`);
}
