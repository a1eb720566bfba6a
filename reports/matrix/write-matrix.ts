import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { matrixPage } from '../html/matrix-page';
import { renderMatrixMarkdown } from '../markdown/render-matrix';
import { jsonText } from '../text/json-text';
import { matrixFile, removeReports } from '../written/write-reports';
import { writeWhole } from '../written/write-whole';
import type { Matrix } from './matrix';

/**
 * Where the reports of each server go, below those of all: a folder that is named as the server is, as far as a folder can be. Two
 * servers never share one.
 */
export function serverFolders(folder: string, servers: readonly string[]): ReadonlyMap<string, string> {
  // Files of the matrix itself, which stand beside them.
  const taken = new Set<string>(Object.values(files));
  return new Map(
    servers.map((server) => {
      const name = server.replaceAll(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'server';
      let free = name;
      for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
      taken.add(free.toLowerCase());
      return [server, join(folder, free)];
    }),
  );
}

/** Makes the folder, and removes the reports of an earlier run: none may pass for one of this. */
export function prepareMatrixFolder(folder: string, servers: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const each of [folder, ...serverFolders(folder, servers).values()]) removeReports(each);
}

/** Writes what the servers came to, and returns the paths of all reports; a summary only where that format was asked for. */
export function writeMatrix(folder: string, matrix: Matrix, formats: readonly string[] = []): readonly string[] {
  const folders = serverFolders(
    folder,
    matrix.servers.map(({ name }) => name),
  );
  const write = (file: string, text: string) => {
    writeWhole(join(folder, file), text);
    return join(folder, file);
  };
  return [
    write(
      files.page,
      matrixPage(matrix, (server) => `${encodeURIComponent(basename(folders.get(server) ?? server))}/index.html`),
    ),
    write(files.json, jsonText(matrix)),
    ...(formats.includes('markdown') ? [write(files.markdown, renderMatrixMarkdown(matrix))] : []),
    ...matrix.servers.flatMap(({ kind, name }) => (kind === 'asked' ? (folders.get(name) ?? []) : [])),
  ];
}

const files = { page: 'index.html', json: matrixFile, markdown: 'summary.md' } as const;
