import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathsNamedIn } from '../../diagnosis/configuration/check-files';
import type { ConfigDocument } from '../../diagnosis/configuration/read-configuration';
import { factsOfServer } from '../../diagnosis/facts-of-containers';
import { InputSorter, type SortedInputs } from '../../diagnosis/inputs/sort-inputs';
import type { ContainerFindings } from './container';
import { findFiles } from './find-files';
import { openFile } from './open-file';

/** Where the input comes from. */
export interface InputPlaces {
  readonly paths: readonly string[];
  readonly containers: readonly string[];
  readonly stdin: Readable;
  readonly readContainer: (name: string) => Promise<ContainerFindings>;
  readonly now: Date;
}

/** Opens what was named on the command line and looks what it is. */
export async function gather(places: InputPlaces): Promise<SortedInputs> {
  const inputs = new InputSorter();
  const { documents } = inputs;
  const containers: ContainerFindings[] = [];
  for (const name of places.containers) containers.push(await places.readContainer(name));
  documents.push(...factsOfServer(containers));
  for (const { name, facts, log } of containers) {
    const problem = facts === undefined ? 'it does not run: only its log was read' : undefined;
    inputs.report(() => ({ name, kind: 'container', problem, read: true }));
    if (log) await inputs.take(log);
  }
  for (const path of places.paths) {
    if (path === '-' || !isDirectory(path)) {
      await inputs.take(await openFile(path, places.stdin));
      continue;
    }
    const { paths, lacksSmtpdConf } = findFiles(path);
    for (const found of paths) await inputs.take(await openFile(found, places.stdin));
    const absent = absentIn(path, documents);
    if (absent.length > 0) {
      const lines = absent.map((file) => `absent|${file}\n`);
      documents.push({ kind: 'facts', file: path, text: `##== stat\n${lines.join('')}` });
    }
    if (lacksSmtpdConf) documents.push({ kind: 'facts', file: path, text: '##== no smtpd.conf\n' });
    if (paths.length === 0) {
      inputs.report(() => ({ name: path, kind: 'directory', problem: 'there is nothing in it to read', read: false }));
    }
  }
  return inputs.sorted(places.now);
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

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
