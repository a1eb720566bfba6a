import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
  rmSync(matrixPath(folder), { force: true });
  for (const server of servers) removeReports(serverFolder(folder, server));
}

/** Writes what the servers came to, and returns the paths of all reports. */
export function writeMatrix(folder: string, matrix: Matrix): readonly string[] {
  writeWhole(matrixPath(folder), `${JSON.stringify(matrix, undefined, 2)}\n`);
  const asked = matrix.servers.filter(({ kind }) => kind === 'asked');
  return [matrixPath(folder), ...asked.map(({ name }) => serverFolder(folder, name))];
}

function matrixPath(folder: string): string {
  return join(folder, 'matrix.json');
}
