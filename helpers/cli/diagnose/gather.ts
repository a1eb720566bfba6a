import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pathsNamedIn } from '../../diagnosis/configuration/check-files';
import type { ConfigDocument } from '../../diagnosis/configuration/read-configuration';
import { answerLines } from '../../diagnosis/log/answer-lines';
import { firstTime } from '../../diagnosis/log/first-time';
import { type LogSource, logOfLines } from '../../diagnosis/log/log-source';
import type { InputReport, ReadCount } from '../../model/diagnosis';
import { type ContainerFindings, factsOfServer } from './container';
import { findFiles } from './find-files';
import { type OpenedFile, openFile } from './open-file';

/** Everything that was given, sorted by what it is. */
export interface GatheredInput {
  readonly documents: readonly ConfigDocument[];
  /** In the order of time. */
  readonly logs: readonly LogSource[];
  /** What became of each; complete only when the logs have been read. */
  readonly reports: () => readonly InputReport[];
}

/** Where the input comes from. */
export interface InputPlaces {
  readonly paths: readonly string[];
  readonly containers: readonly string[];
  readonly stdin: Readable;
  readonly readContainer: (name: string) => Promise<ContainerFindings>;
  readonly now: Date;
}

/** Opens what was named on the command line and looks what it is. */
export async function gather(places: InputPlaces): Promise<GatheredInput> {
  const documents: ConfigDocument[] = [];
  const opened: OpenedFile[] = [];
  const reports: (() => InputReport)[] = [];

  const take = async (file: OpenedFile) => {
    const { name, kind } = file;
    const report = (problem: string | undefined, read: boolean) =>
      reports.push(() => ({ name, kind, problem: problem ?? file.trouble(), read }));
    if (kind === 'log' || kind === 'journal export' || kind === 'text') {
      opened.push(file);
      report(undefined, true);
    } else if (kind === 'empty' && file.trouble() === undefined && basename(name) === 'smtpd.conf') {
      // Nothing in it to know it by, and that is what it says: all options have their defaults.
      documents.push({ kind: 'smtpd.conf', file: name, text: '' });
      report(undefined, true);
    } else if (kind === 'empty' || kind === 'binary') {
      report(file.trouble() ?? unreadable[kind], false);
    } else if (kind === 'answer of a log store') {
      const { text, whole } = await readDocument(file, longestAnswer);
      // What is JSON a line, or was cut off, is read line by line.
      const lines = answerLines(text);
      const chunks = lines ? logOfLines(name, lines).chunks : [Buffer.from(text)];
      opened.push({ ...file, kind: 'log', chunks: Readable.from(chunks) });
      report(whole ? undefined : 'too long for one JSON document: only its beginning was read', true);
    } else if (kind === 'saslauthd.conf') {
      report(
        'it is the configuration of saslauthd, which is not looked into: what it does wrong stands in the log',
        true,
      );
    } else {
      const { text, whole } = await readDocument(file, longestDocument);
      documents.push({ kind, file: name, text });
      report(whole ? undefined : 'too long for a configuration: only its beginning was read', true);
    }
  };

  const containers: ContainerFindings[] = [];
  for (const name of places.containers) containers.push(await places.readContainer(name));
  documents.push(...factsOfServer(containers));
  for (const { name, facts, log } of containers) {
    const problem = facts === undefined ? 'it does not run: only its log was read' : undefined;
    reports.push(() => ({ name, kind: 'container', problem, read: true }));
    if (log) await take(log);
  }
  for (const path of places.paths) {
    if (path === '-' || !isDirectory(path)) {
      await take(await openFile(path, places.stdin));
      continue;
    }
    const { paths, lacksSmtpdConf } = findFiles(path);
    for (const found of paths) await take(await openFile(found, places.stdin));
    const absent = absentIn(path, documents);
    if (absent.length > 0) {
      const lines = absent.map((file) => `absent|${file}\n`);
      documents.push({ kind: 'facts', file: path, text: `##== stat\n${lines.join('')}` });
    }
    if (lacksSmtpdConf) documents.push({ kind: 'facts', file: path, text: '##== no smtpd.conf\n' });
    if (paths.length === 0) {
      reports.push(() => ({ name: path, kind: 'directory', problem: 'there is nothing in it to read', read: false }));
    }
  }
  return { documents, logs: inOrder(opened, places.now).map(toSource), reports: () => reports.map((make) => make()) };
}

/**
 * What main.cf in a copy of /etc, or in the root of an image, names and what is not in it. A link counts as there: where it
 * leads to may not have been copied.
 */
function absentIn(directory: string, documents: readonly ConfigDocument[]): readonly string[] {
  const isRoot = existsSync(join(directory, 'etc/postfix'));
  if (!isRoot && !existsSync(join(directory, 'postfix/main.cf'))) return [];
  const named = documents
    .filter(({ kind, file }) => kind === 'main.cf' && file.startsWith(directory))
    .flatMap(({ text }) => pathsNamedIn(text));
  return named.filter((path) => {
    const inside = isRoot ? path : path.replace(/^\/etc(?=\/)/, '');
    if (!isRoot && inside === path) return false;
    const [, top = ''] = inside.split('/');
    return existsSync(join(directory, isRoot ? top : '')) && !isThere(join(directory, inside));
  });
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
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

const unreadable = { empty: 'it is empty', binary: 'it is no text' } as const;
const longestDocument = 4 * 1024 * 1024;
const longestAnswer = 256 * 1024 * 1024;

async function readDocument({ chunks }: OpenedFile, longest: number) {
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
function inOrder(files: readonly OpenedFile[], now: Date): readonly OpenedFile[] {
  return files
    .map((file) => ({ file, time: firstTime(file.beginning, now) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time))
    .map(({ file }) => file);
}

function toSource({ name, kind, chunks }: OpenedFile): LogSource {
  return { name, chunks, format: kind === 'journal export' ? 'journal export' : 'lines' };
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
