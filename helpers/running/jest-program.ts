import { HarnessError } from '../errors';

/** Jest's program, which runs the checks. A package has Jest as an optional peer: throws ENOPACKAGE where it is not installed. */
export function jestProgram(): string {
  try {
    return require.resolve('jest/bin/jest');
  } catch (cause) {
    throw new HarnessError('ENOPACKAGE', 'verify runs its checks by Jest: npm install --save-dev jest@30', { cause });
  }
}
