import { extname } from 'node:path';

/** The file of a module to be started as a program or read by Jest: TypeScript in a clone, JavaScript in the package. */
export function ownProgram(pathWithoutExtension: string): string {
  return `${pathWithoutExtension}.${isCompiled ? 'js' : 'ts'}`;
}

/** Whether this is the compiled code of the package. */
export const isCompiled = extname(__filename) === '.js';
