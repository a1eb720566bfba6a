import { dockerEngine, engineFacts } from '../../containers/docker/engine';
import { useReaperIfHere } from '../../containers/docker/reaper';
import { type ErrorCode, HarnessError } from '../errors';
import type { RunOptions } from '../settings/settings';
import { prepareRun } from './prepare-run';

/** What can be asked of an engine. */
export type EngineRequest = { readonly kind: 'cpus' } | { readonly kind: 'prepare'; readonly options: RunOptions };

/** What comes of it: lines meanwhile, and an end. */
export type EngineAnswer = { readonly id: number } & (
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'done'; readonly value: number | undefined }
  | { readonly kind: 'failed'; readonly code: ErrorCode | undefined; readonly message: string }
);

async function answerTo(request: EngineRequest, tell: (line: string) => void): Promise<number | undefined> {
  const engine = await dockerEngine();
  if (request.kind === 'cpus') return (await engineFacts(engine)).cpus;
  await useReaperIfHere();
  await prepareRun(request.options, tell);
  return undefined;
}

/** What users can do something about is an Error or ours; a TypeError and its like are mistakes of this program. */
function isTold(error: Error): boolean {
  return error instanceof HarnessError || error.name === 'Error';
}

// A program of its own, started by engine-process.ts.
process.on('message', (request: EngineRequest & { readonly id: number }) => {
  const { id } = request;
  const send = (answer: EngineAnswer) => process.send?.(answer);
  answerTo(request, (line) => send({ id, kind: 'line', line })).then(
    (value) => send({ id, kind: 'done', value }),
    (error: Error) => {
      const code = error instanceof HarnessError ? error.code : undefined;
      send({ id, kind: 'failed', code, message: isTold(error) ? error.message : (error.stack ?? error.message) });
    },
  );
});
process.on('disconnect', () => process.exit());
