import { type UnwrappedLine, unwrapFields } from './unwrap-line';

/** An entry of the journal with the number of the line on which its message stands. */
export interface JournalEntry {
  readonly line: number;
  readonly unwrapped: UnwrappedLine;
}

/**
 * Reads `journalctl -o export` line by line: a field a line, an empty line behind each entry. A field that is no plain
 * text has its name alone on a line, then eight bytes of length and its value (systemd, JOURNAL_EXPORT_FORMATS). What
 * `journalctl -o verbose` prints is read too.
 */
export class JournalExportReader {
  private fields = new Map<string, string>();
  private messageLine = 0;
  private binaryField: string | undefined;

  /** Takes the next line; returns the entry that it ends, if it ends one. */
  read(raw: string, line: number): JournalEntry | undefined {
    // `journalctl -o verbose`: Tue 2026-11-24 23:49:37.123456 UTC [s=…], and then the fields, indented.
    const time = /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d) (\S+) \S+ \[s=/.exec(raw);
    if (time) {
      const ended = this.end();
      this.fields.set('time', `${time[1]}T${time[2]}`);
      return ended;
    }
    const text = raw.startsWith(verboseIndent) ? raw.slice(verboseIndent.length) : raw;
    if (this.binaryField !== undefined) {
      this.set(this.binaryField, text.slice(lengthBytes), line);
      this.binaryField = undefined;
      return undefined;
    }
    if (text === '') return this.end();
    const equals = text.indexOf('=');
    if (equals > 0) this.set(text.slice(0, equals), text.slice(equals + 1), line);
    else if (/^[A-Z_][A-Z0-9_]*$/.test(text)) this.binaryField = text;
    return undefined;
  }

  /** Ends the entry that has been begun, as the end of the log does. */
  end(): JournalEntry | undefined {
    const { fields, messageLine } = this;
    this.fields = new Map();
    const unwrapped = unwrapFields(Object.fromEntries(fields));
    return unwrapped && { line: messageLine, unwrapped };
  }

  private set(name: string, value: string, line: number): void {
    if (!wanted.has(name)) return;
    this.fields.set(name, value);
    if (name === 'MESSAGE') this.messageLine = line;
  }
}

const verboseIndent = '    ';
const lengthBytes = 8;

const wanted: ReadonlySet<string> = new Set([
  ...['MESSAGE', 'SYSLOG_IDENTIFIER', '_COMM', 'SYSLOG_PID', '_PID', '__REALTIME_TIMESTAMP'],
]);
