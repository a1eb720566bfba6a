import { parentPort, workerData } from 'node:worker_threads';
import { PieceJudge } from '../../diagnosis/judged-piece';
import type { FailureMode, ServerFacts } from '../../model/failure-mode';

/** A thread that judges pieces of a log: see judge-threads.ts, which starts it. */
const { catalogue } = require('../../failure-modes/catalogue') as { readonly catalogue: readonly FailureMode[] };
const judge = new PieceJudge(catalogue, workerData as ServerFacts);

parentPort?.on('message', ({ memory, length }: { readonly memory: ArrayBuffer; readonly length: number }) => {
  const judged = judge.judge(Buffer.from(memory, 0, length));
  parentPort?.postMessage({ judged, memory }, [memory, judged.ends.buffer, judged.telling.buffer]);
});
parentPort?.postMessage('ready');
