import { readFileSync } from 'node:fs';
import { JudgeThreads } from '../../../../helpers/cli/diagnose/judge-threads';
import { noFacts } from '../../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../../helpers/diagnosis/diagnose';
import type { PieceJudges } from '../../../../helpers/diagnosis/judged-piece';
import { catalogue } from '../../../../helpers/failure-modes/catalogue';

/** Diagnoses a file by itself and with two threads, and prints both: they can only be started from outside of Jest. */
async function main(path: string): Promise<void> {
  await using threads = new JudgeThreads(noFacts, { count: 2, afterBytes: 0 });
  const text = readFileSync(path);
  async function* chunks(judges: PieceJudges | undefined) {
    while (judges && !judges.areReady()) await new Promise(setImmediate);
    for (let at = 0; at < text.length; at += pieceBytes) yield text.subarray(at, at + pieceBytes);
  }
  const diagnosed = (judges?: PieceJudges) =>
    diagnose(catalogue, { logs: [{ name: path, chunks: chunks(judges), format: 'lines' }], facts: noFacts, judges });
  process.stdout.write(JSON.stringify([await diagnosed(), await diagnosed(threads)]));
}

const pieceBytes = 100_000;

void main(process.argv[2] as string);
