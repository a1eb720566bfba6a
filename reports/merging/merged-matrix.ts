import type { ResultFile } from '../../helpers/model/result';
import type { Matrix } from '../matrix/matrix';

/** The results of several targets side by side. Those that have one name are told apart by their image. */
export function mergedMatrix(results: readonly ResultFile[]): Matrix {
  const starts = results.map(({ startedAt }) => Date.parse(startedAt));
  const ends = results.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs);
  const start = Math.min(...starts);
  return {
    schema: 'smtp-auth-harness/matrix/2',
    startedAt: new Date(start).toISOString(),
    durationMs: Math.max(...ends) - start,
    servers: results.map((result) => ({ kind: 'asked', name: nameAmong(results, result), result, remark: undefined })),
  };
}

function nameAmong(results: readonly ResultFile[], { target: { name, image } }: ResultFile): string {
  const isAlone = results.filter(({ target }) => target.name === name).length === 1;
  return isAlone ? name : `${name} (${image || 'no image'})`;
}
