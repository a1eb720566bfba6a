/** A line as a mail server writes it, before anything wraps it. */
export interface PlainLine {
  readonly program: string;
  readonly pid: number;
  readonly message: string;
}

const utc = '2026-11-24T23:49:37.123456Z';
const stamp = 'Nov 24 23:49:37';
const tagged = ({ program, pid, message }: PlainLine) => `${program}[${pid}]: ${message}`;
const syslog = (line: PlainLine) => `${stamp} mail ${tagged(line)}`;
const json = (make: (line: PlainLine) => unknown) => (line: PlainLine) => JSON.stringify(make(line));
const csv = (...cells: readonly (string | number)[]) =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const coloured = (text: string) =>
  text.replaceAll(/warning|reject|failed/g, (word) => `\u001b[01;31m\u001b[K${word}\u001b[m\u001b[K`);

/** What logs come wrapped in: as syslogs, journals, containers, log stores, tables and people hand them on. */
export const forms: Readonly<Record<string, (line: PlainLine) => string>> = {
  'syslog, RFC 3164': syslog,
  'syslog with its priority': (line) => `<20>${syslog(line)}`,
  'syslog with a time of RFC 3339': (line) => `${utc} mail ${tagged(line)}`,
  'syslog with an offset': (line) => `2026-11-24T23:49:37.123456+01:00 mail ${tagged(line)}`,
  'syslog, RFC 5424': ({ program, pid, message }) => `<20>1 ${utc} mail ${program} ${pid} - - ${message}`,
  'RFC 5424 without its priority': ({ program, pid, message }) => `1 ${utc} mail ${program} ${pid} - - ${message}`,
  'RFC 5424 with structured data': ({ program, pid, message }) =>
    `<20>1 ${utc} mail ${program} ${pid} ID47 [meta sequenceId="1"][x@1 y="a\\"]b"] ${message}`,
  'RFC 5424 with a byte order mark': ({ program, pid, message }) =>
    `<20>1 ${utc} mail ${program} ${pid} - - \ufeff${message}`,
  'syslog of Solaris': ({ program, pid, message }) =>
    `${stamp} mail ${program}[${pid}]: [ID 197553 mail.warning] ${message}`,
  'multilog, its time before all': (line) => `@400000004c91b044077a9e94 ${tagged(line)}`,
  'rsyslog, summed up': ({ program, pid, message }) =>
    `${stamp} mail ${program}[${pid}]: message repeated 2 times: [ ${message}]`,
  'syslog of BusyBox': (line) => `${stamp} mail mail.warn ${tagged(line)}`,
  'syslog of FreeBSD, with the facility': (line) => `${stamp} <mail.warn> mail ${tagged(line)}`,
  'syslog of AIX': (line) => `${stamp} mail mail:warn|warning ${tagged(line)}`,
  'syslog of macOS': ({ program, pid, message }) => `${stamp} mail ${program}[${pid}] <Warning>: ${message}`,
  'syslog without a host': (line) => `${stamp} ${tagged(line)}`,
  'syslog without a pid': ({ program, message }) => `${stamp} mail ${program}: ${message}`,
  'syslog with an address as host': (line) => `${stamp} 192.0.2.5 ${tagged(line)}`,
  'syslog passed on by another': (line) => `${stamp} loghost smtp[14]: ${syslog(line)}`,
  metalog: ({ program, message }) => `${stamp} [${program}] ${message}`,
  NethServer: ({ program, message }) => `2026-11-24T23:49:37+01:00 [1:mail1:${program}] ${message}`,
  'syslog_name with slashes': ({ program, pid, message }) =>
    `${stamp} mail ${program.replace('postfix/', 'postfix/a/b/')}[${pid}]: ${message}`,
  'syslog_name with address and port': ({ program, pid, message }) =>
    `${stamp} mail ${program.replace('postfix/', 'postfix/10.0.0.1:587/')}[${pid}]: ${message}`,
  'syslog_name with an IPv6 address': ({ program, pid, message }) =>
    `${stamp} mail ${program.replace('postfix/', 'postfix/[2001:db8::1]:587/')}[${pid}]: ${message}`,
  'syslog_name with a dash': ({ program, pid, message }) =>
    `${stamp} mail ${program.replace('postfix/', 'postfix-out/')}[${pid}]: ${message}`,
  'journalctl -o short-iso': (line) => `2026-11-24T23:49:37+0000 mail ${tagged(line)}`,
  'journalctl -o short-precise': (line) => `Nov 24 23:49:37.123456 mail ${tagged(line)}`,
  'journalctl -o short-full': (line) => `Tue 2026-11-24 23:49:37 UTC mail ${tagged(line)}`,
  'journalctl -o short-unix': (line) => `1764028177.123456 mail ${tagged(line)}`,
  'journalctl -o short-monotonic': (line) => `[ 4711.123456] mail ${tagged(line)}`,
  'journalctl -o json': json(({ program, pid, message }) => ({
    __REALTIME_TIMESTAMP: '1764028177123456',
    SYSLOG_IDENTIFIER: program,
    _PID: String(pid),
    MESSAGE: message,
  })),
  'journalctl -o json, the message as bytes': json(({ program, message }) => ({
    SYSLOG_IDENTIFIER: program,
    MESSAGE: [...Buffer.from(message)],
  })),
  'journalctl -o json-sse': (line) =>
    `data: ${JSON.stringify({ MESSAGE: line.message, SYSLOG_IDENTIFIER: line.program })}`,
  'the journal of a container': json((line) => ({
    MESSAGE: syslog(line),
    CONTAINER_NAME: 'mail',
    SYSLOG_IDENTIFIER: 'f00',
  })),
  'docker logs --timestamps': (line) => `${utc} ${syslog(line)}`,
  "Docker's file": json((line) => ({ log: `${syslog(line)}\n`, stream: 'stdout', time: utc })),
  "Docker's file, without a time inside": json((line) => ({ log: `${tagged(line)}\n`, stream: 'stdout', time: utc })),
  'docker compose logs': (line) => `mail_1  | ${syslog(line)}`,
  'docker compose logs in colour': (line) => `\u001b[36mmail-1  |\u001b[0m ${syslog(line)}`,
  'docker service logs': (line) => `mail.1.k8zq2@node1    | ${syslog(line)}`,
  'docker-postfix': ({ program, pid, message }) => `${utc} WARNING ${program}[${pid}]: ${message}`,
  'docker-postfix without a time': ({ program, pid, message }) => `INFO    ${program}[${pid}]: ${message}`,
  'kubectl logs --prefix': (line) => `[pod/mail-0/postfix] ${syslog(line)}`,
  'the CRI': (line) => `${utc} stdout F ${tagged(line)}`,
  stern: (line) => `mail-0 postfix ${syslog(line)}`,
  supervisord: (line) => `2026-11-24 23:49:37,123 DEBG 'postfix' stdout output: ${tagged(line)}`,
  'runit, svlogd -tt': (line) => `2026-11-24_23:49:37.12345 ${tagged(line)}`,
  'daemontools, multilog': (line) => `@400000006924d0d1075bca00 ${tagged(line)}`,
  'grep -n': (line) => `17:${syslog(line)}`,
  'grep -Hn': (line) => `/var/log/maillog:17:${syslog(line)}`,
  'grep -A': (line) => `/var/log/maillog-17-${syslog(line)}`,
  'grep --color=always': (line) => coloured(syslog(line)),
  'cat -n': (line) => `    17\t${syslog(line)}`,
  'a quotation of mail': (line) => `> ${syslog(line)}`,
  'a quotation of a quotation': (line) => `> > ${syslog(line)}`,
  'a list': (line) => `* ${syslog(line)}`,
  'indented text': (line) => `    ${syslog(line)}`,
  'the source of a page': (line) => html(syslog(line)),
  'from the program on': tagged,
  'the message alone': ({ program, message }) =>
    program.startsWith('postfix') ? message : tagged({ program, pid: 1, message }),
  'with a carriage return': (line) => `${syslog(line)}\r`,
  'with zeros of a crashed file system': (line) => `\u0000\u0000\u0000${syslog(line)}`,
  'the page of mailcow': ({ program, message }) =>
    program.startsWith('postfix')
      ? `24.11.2026, 23:49:37 | warning | ${message}`
      : `24.11.2026, 23:49:37 | warning | ${program}[1]: ${message}`,
  'the page of mailcow in English': ({ program, message }) =>
    program.startsWith('postfix')
      ? `11/24/2026, 11:49:37 PM | warning | ${message}`
      : `11/24/2026, 11:49:37 PM | warning | ${program}[1]: ${message}`,
  'CSV of Kibana': ({ program, pid, message }) => csv('Nov 24, 2026 @ 23:49:37.123', 'mail', program, pid, message),
  'CSV of Grafana': ({ program, pid, message }) => csv(utc, program, pid, message, 'warning'),
  'CSV of Grafana, the line whole': (line) => csv('1764028177123', utc, syslog(line), '{"job":"mail"}'),
  'CSV with semicolons': ({ program, pid, message }) =>
    `${utc};mail;${program};${pid};"${message.replaceAll('"', '""')}"`,
  'a table with tabs': ({ program, pid, message }) => `${utc}\tmail\t${program}[${pid}]\t${message}`,
  GELF: json(({ program, pid, message }) => ({
    version: '1.1',
    host: 'mail',
    short_message: message,
    timestamp: 1764028177.123,
    level: 4,
    _application_name: program,
    _process_id: pid,
  })),
  'GELF with the line whole': json((line) => ({ version: '1.1', host: 'mail', short_message: syslog(line), level: 6 })),
  'Loki, JSONL of logcli': json((line) => ({ labels: { job: 'mail' }, line: syslog(line), timestamp: utc })),
  'Loki, as logcli prints it': (line) => `2026-11-24T23:49:37Z {job="mail"} ${syslog(line)}`,
  'Loki, JSON of Grafana': (line) => `    "line": ${JSON.stringify(syslog(line))},`,
  'Loki, of the journal': json(({ program, message }) => ({ line: message, labels: { syslog_identifier: program } })),
  logfmt: ({ program, pid, message }) =>
    `ts=${utc} identifier=${program} pid=${pid} level=warn msg=${JSON.stringify(message)}`,
  'CloudWatch, text': (line) => `1764028177123\t${syslog(line)}`,
  'CloudWatch, a stream before it': (line) => `${utc} mail/postfix/4f3e ${syslog(line)}`,
  'CloudWatch, JSON': json((line) => ({
    timestamp: 1764028177123,
    message: syslog(line),
    ingestionTime: 1764028178000,
  })),
  'CloudWatch Insights': json((line) => ({ '@timestamp': utc, '@message': syslog(line) })),
  'Google Cloud': json((line) => ({ textPayload: syslog(line), timestamp: utc, severity: 'DEFAULT' })),
  OpenTelemetry: json((line) => ({ timeUnixNano: '1764028177123456000', body: { stringValue: syslog(line) } })),
  'Elasticsearch, ECS': json(({ program, pid, message }) => ({
    '@timestamp': utc,
    message,
    process: { name: program, pid },
  })),
  'Elasticsearch, a hit': json((line) => ({ _index: 'x', _source: { '@timestamp': utc, message: syslog(line) } })),
  Splunk: json((line) => ({ preview: false, result: { _raw: syslog(line), host: 'mail' } })),
  'Fluentd, to a file': (line) =>
    `${utc}\tmail.postfix\t${JSON.stringify({ ident: line.program, pid: String(line.pid), message: line.message })}`,
  'rsyslog, as JSON': json(({ program, pid, message }) => ({
    timereported: utc,
    syslogtag: `${program}[${pid}]:`,
    msg: ` ${message}`,
  })),
  'syslog-ng, as JSON': json(({ program, pid, message }) => ({
    PROGRAM: program,
    PID: String(pid),
    MESSAGE: message,
    DATE: stamp,
  })),
  'a list of JSON': (line) => `${JSON.stringify({ log: syslog(line) })},`,
};
