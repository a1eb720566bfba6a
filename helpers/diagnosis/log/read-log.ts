import { JournalExportReader } from './journal-export';
import { LiteralScanner } from './literal-scanner';
import type { LogSource } from './log-source';
import { type UnwrappedLine, unwrapLine } from './unwrap-line';
import { wholeLines } from './whole-lines';

/** A line in which one of the wanted texts stands. */
export interface HitLine {
  readonly line: number;
  readonly text: string;
  readonly unwrapped: UnwrappedLine;
  /** Indexes of the texts; those that every line is wanted for are not in it. */
  readonly hits: readonly number[];
}

/** What is told of a log while it is read. */
export interface LogListener {
  readonly onHit: (hit: HitLine) => void;
  readonly onProgress: (progress: { readonly lines: number; readonly bytes: number; readonly cut: number }) => void;
}

/** Reads a log in constant memory and reports the lines that have one of the texts, or all lines with `everyLine`. */
export async function readLog(
  source: LogSource,
  literals: readonly string[],
  everyLine: boolean,
  listener: LogListener,
): Promise<void> {
  const isExport = source.format === 'journal export';
  const scanner = scannerFor(literals, everyLine || isExport);
  const journal = isExport ? new JournalExportReader() : undefined;
  let nextLine = 1;
  for await (const { bytes, cut } of wholeLines(source.chunks)) {
    const firstLine = nextLine;
    nextLine = scanner.scan(bytes, firstLine, (all, start, end, line, hits) => {
      const text = decode(all, start, end);
      if (!journal) {
        const asBytes = hits.some((hit) => hit >= literals.length);
        listener.onHit({ line, text, unwrapped: unwrapLine(text), hits: asBytes ? allOf(literals) : hits });
        return;
      }
      const entry = journal.read(text, line);
      if (entry) listener.onHit({ ...entry, text: shown(entry.unwrapped), hits: allOf(literals) });
    });
    listener.onProgress({ lines: nextLine - firstLine, bytes: bytes.length, cut });
  }
  const last = journal?.end();
  if (last) listener.onHit({ ...last, text: shown(last.unwrapped), hits: allOf(literals) });
}

/** For those that are looked for in one log after the other. */
const scanners = new WeakMap<readonly string[], LiteralScanner>();

function scannerFor(literals: readonly string[], everyLine: boolean): LiteralScanner {
  const known = everyLine ? undefined : scanners.get(literals);
  if (known) return known;
  // journald writes as bytes what is no plain text: {"MESSAGE":[119,97,…]}
  const made = new LiteralScanner([...literals, '"message":[', '"message" : ['], everyLine);
  if (!everyLine) scanners.set(literals, made);
  return made;
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, stop - start).toString('utf8');
}

function allOf(literals: readonly string[]): readonly number[] {
  return literals.map((_, index) => index);
}

function shown({ time, program, message }: UnwrappedLine): string {
  return [time, program === undefined ? message : `${program}: ${message}`].filter(Boolean).join(' ');
}
