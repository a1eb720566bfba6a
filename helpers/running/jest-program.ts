import { dirname } from 'node:path';
import { HarnessError } from '../errors';

/** Jest's program, which runs the checks. A package has Jest as an optional peer: throws ENOPACKAGE where it is not installed. */
export function jestProgram(): string {
  try {
    return require.resolve('jest/bin/jest');
  } catch (cause) {
    throw new HarnessError('ENOPACKAGE', 'verify runs its checks by Jest: npm install --save-dev jest@30', { cause });
  }
}

/** A package that comes with Jest, wherever its installer has put it: jest has jest-cli, and that has jest-config, which has those. */
export function jestPart(name: string): string {
  const config = ['jest', 'jest-cli', 'jest-config'].reduce(
    (from, next) => require.resolve(next, { paths: [dirname(from)] }),
    __filename,
  );
  return require.resolve(name, { paths: [dirname(config)] });
}
