import type { InputReport, ReadCount } from '../../model/diagnosis';
import type { ConfigDocument } from '../configuration/read-configuration';
import type { ContentKind } from '../content-kind';
import { answerLines } from '../log/answer-lines';
import { firstTime } from '../log/first-time';
import { type LogSource, logOfLines } from '../log/log-source';
import { pastedLog } from '../log/pasted-lines';
import type { BegunInput } from './begin-reading';
import { type Part, partsOf } from './mixed-text';

/** Everything that was given, sorted by what it is. */
export interface SortedInputs {
  readonly documents: readonly ConfigDocument[];
  /** In the order of time. */
  readonly logs: readonly LogSource[];
  /** What became of each; complete only when the logs have been read. */
  readonly reports: () => readonly InputReport[];
}

/** Takes what is given, one after the other, and sorts it by what its content shows it to be. */
export class InputSorter {
  readonly documents: ConfigDocument[] = [];
  readonly #logs: BegunInput[] = [];
  readonly #reports: (() => InputReport)[] = [];

  /** Takes a log, or reads a configuration. */
  async take(input: BegunInput): Promise<void> {
    const { name, kind } = input;
    const parts = input.isWhole && severalIn.has(kind) ? partsOf(name, input.beginning) : undefined;
    if (parts) return this.#takeParts(input, parts);
    const report = (problem: string | undefined, read: boolean) =>
      this.report(() => ({ name, kind, problem: problem ?? input.trouble(), read }));
    if (kind === 'log' || kind === 'journal export' || kind === 'text') {
      this.#logs.push(input);
      report(undefined, true);
    } else if (kind === 'empty' && input.trouble() === undefined && /(?:^|[\\/])smtpd\.conf$/.test(name)) {
      // Nothing in it to know it by, and that is what it says: all options have their defaults.
      this.documents.push({ kind: 'smtpd.conf', file: name, text: '' });
      report(undefined, true);
    } else if (kind === 'empty' || kind === 'binary') {
      report(input.trouble() ?? unreadable[kind], false);
    } else if (kind === 'answer of a log store') {
      const { text, whole } = await readText(input, longestAnswer);
      // What is JSON a line, or was cut off, is read line by line.
      const lines = answerLines(text);
      this.#logs.push({
        ...input,
        kind: 'log',
        isWhole: false,
        chunks: lines ? logOfLines(name, lines).chunks : [Buffer.from(text)],
      });
      report(whole ? undefined : 'too long for one JSON document: only its beginning was read', true);
    } else if (kind === 'saslauthd.conf') {
      report(notLookedInto[kind], true);
    } else {
      const { text, whole } = await readText(input, longestDocument);
      this.documents.push({ kind, file: name, text });
      report(whole ? notLookedInto[kind] : 'too long for a configuration: only its beginning was read', true);
    }
  }

  #takeParts(input: BegunInput, parts: readonly Part[]): void {
    const { name } = input;
    for (const { kind, text } of parts) {
      if (kind === 'log' || kind === 'text') this.#logs.push({ ...input, kind, beginning: text });
      else this.documents.push({ kind, file: name, text });
      this.report(() => ({ name, kind, problem: notLookedInto[kind] ?? input.trouble(), read: true }));
    }
  }

  /** Notes what became of something that has no content of its own, such as a directory. */
  report(make: () => InputReport): void {
    this.#reports.push(make);
  }

  /** All that was taken. */
  sorted(now: Date): SortedInputs {
    return {
      documents: this.documents,
      logs: inOrder(this.#logs, now).map(toSource),
      reports: () => this.#reports.map((make) => make()),
    };
  }
}

/** The same reports when the logs have been read: text in which nothing looks like a log has not been understood. */
export function knownLogs(reports: readonly InputReport[], { sources }: ReadCount): readonly InputReport[] {
  return reports.map((report) => {
    const strange = report.kind === 'text' && !sources.some(({ name, telling }) => name === report.name && telling > 0);
    return strange
      ? {
          ...report,
          read: false,
          problem: report.problem ?? 'it looks neither like a mail log nor like a configuration',
        }
      : report;
  });
}

/** Of which others may be pasted into one text. */
const severalIn: ReadonlySet<ContentKind> = new Set(['log', 'text', 'main.cf', 'master.cf', 'smtpd.conf']);

const notLookedInto: Partial<Record<ContentKind, string>> = {
  'saslauthd.conf':
    'it is the configuration of saslauthd, which is not looked into: what it does wrong stands in the log',
  'dovecot.conf':
    'it is the configuration of Dovecot, of which only the sockets for Postfix are looked at: what else it does wrong stands in the log',
};

const unreadable = { empty: 'it is empty', binary: 'it is no text' } as const;
const longestDocument = 4 * 1024 * 1024;
const longestAnswer = 256 * 1024 * 1024;

async function readText({ chunks }: BegunInput, longest: number) {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    read.push(Uint8Array.from(chunk));
    length += chunk.length;
    if (length > longest) break;
  }
  const text = Buffer.concat(read)
    .subarray(0, longest)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return { text, whole: length <= longest };
}

/** A rotated set by its times; what has none stays where it was given, behind the rest. */
function inOrder(inputs: readonly BegunInput[], now: Date): readonly BegunInput[] {
  return inputs
    .map((input) => ({ input, time: firstTime(input.beginning, now) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time))
    .map(({ input }) => input);
}

function toSource({ name, kind, beginning, isWhole, chunks }: BegunInput): LogSource {
  if (kind === 'journal export') return { name, chunks, format: 'journal export' };
  return isWhole ? pastedLog(name, beginning) : { name, chunks, format: 'lines' };
}
