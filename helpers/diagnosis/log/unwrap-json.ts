/** What an object tells of a line; the message may have time and program in itself. */
export interface ObjectLine {
  readonly time: string | undefined;
  readonly program: string | undefined;
  readonly pid: number | undefined;
  readonly message: string;
}

/** An object that a text begins with, undefined where it is none; a comma behind it is one of a list. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text.replace(/\}[\s,\]]*$/, '}'));
  } catch {
    // A message may begin with a brace, and a line may be cut: read it as it is.
    return undefined;
  }
}

/** Finds message, program, process and time, by the names that log stores and forwarders give them. */
export function unwrapObject(object: Readonly<Record<string, unknown>>): ObjectLine | undefined {
  const fields = flattened(object, '', 0);
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const message = first(messageNames);
  if (message === undefined || /^[\d.]+$/.test(message)) return undefined;
  const pid = Number(first(pidNames));
  const microseconds = Number(fields.get('__realtime_timestamp')) / 1000;
  const isMoment = microseconds > 0 && microseconds < 8.64e15;
  // Programs that send mail log so what the server has answered: {"level":"error","msg":"…","error":"535 5.7.8 …"}
  const error = first(errorNames);
  return {
    message: error === undefined || message.includes(error) ? message : `${message}: ${error}`,
    program: first(programNames),
    pid: Number.isInteger(pid) ? pid : undefined,
    time: isMoment ? new Date(microseconds).toISOString() : first(timeNames),
  };
}

const messageNames = [
  ...['log', 'message', 'msg', 'line', '_raw', 'event.original', 'full_message', 'short_message', '@message'],
  ...['textpayload', 'jsonpayload.message', 'jsonpayload.log', 'body', 'body.stringvalue', 'text', 'content', 'value'],
  ...['_source.message', '_source.log', '_source.event.original', 'fields.message', 'result._raw', 'record.message'],
];
const errorNames = ['error', 'err', 'error.message', 'exception', 'exception.message'];
const programNames = [
  ...[
    'syslog_identifier',
    'syslogtag',
    'programname',
    'program',
    'process.name',
    'app-name',
    'appname',
    'app_name',
    'tag',
  ],
  ...[
    'ident',
    '_program',
    '_application_name',
    'application_name',
    'syslog.appname',
    'log.syslog.appname',
    'identifier',
  ],
  ...[
    'labels.syslog_identifier',
    'labels.program',
    'labels.identifier',
    'labels.unit_program',
    'jsonpayload.syslog_identifier',
  ],
  ...['_source.process.name', '_source.program', '_source.syslog_identifier', 'fields.program', '_comm', 'process'],
];
const pidNames = [
  'syslog_pid',
  '_pid',
  'pid',
  'procid',
  'process_id',
  'process.pid',
  '_process_id',
  '_source.process.pid',
];
const timeNames = ['time', '@timestamp', 'timestamp', 'ts', 'date', 'timereported', '_source.@timestamp', 'datetime'];

/** Names in lower case, those of objects within joined by a dot. */
function flattened(object: Readonly<Record<string, unknown>>, prefix: string, depth: number): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
    const name = `${prefix}${key.toLowerCase()}`;
    const text = textOf(value);
    if (text !== undefined) fields.set(name, name.endsWith('syslogtag') ? text.replace(/(?:\[\d+\])?:?$/, '') : text);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest) {
      for (const [inner, found] of flattened(value as Record<string, unknown>, `${name}.`, depth + 1))
        fields.set(inner, found);
    }
  }
  return fields;
}

const deepest = 3;

/** journald writes a message that is no plain text as an array of its bytes. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.every(Number.isInteger)) return Buffer.from(value).toString('utf8');
  return typeof value[0] === 'string' ? value[0] : undefined;
}
