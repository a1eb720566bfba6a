import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { matrixPage } from '../html/matrix-page';
import { jsonText } from '../text/json-text';
import { removeReports } from '../written/write-reports';
import { writeWhole } from '../written/write-whole';
import type { Matrix } from './matrix';

/** Where the reports of one server go, below those of all. */
export function serverFolder(folder: string, server: string): string {
  return join(folder, server);
}

/** Makes the folder, and removes the reports of an earlier matrix: none may pass for one of this run. */
export function prepareMatrixFolder(folder: string, servers: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const path of [matrixPath(folder), pagePath(folder)]) rmSync(path, { force: true });
  for (const server of servers) removeReports(serverFolder(folder, server));
}

/** Writes what the servers came to, and returns the paths of all reports. */
export function writeMatrix(folder: string, matrix: Matrix): readonly string[] {
  writeWhole(matrixPath(folder), jsonText(matrix));
  writeWhole(
    pagePath(folder),
    matrixPage(matrix, (server) => `${encodeURIComponent(server)}/index.html`),
  );
  const asked = matrix.servers.filter(({ kind }) => kind === 'asked');
  return [pagePath(folder), matrixPath(folder), ...asked.map(({ name }) => serverFolder(folder, name))];
}

function pagePath(folder: string): string {
  return join(folder, 'index.html');
}

function matrixPath(folder: string): string {
  return join(folder, 'matrix.json');
}
