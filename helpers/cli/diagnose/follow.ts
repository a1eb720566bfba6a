import { renderFollowed } from '../../../reports/diagnosis/followed';
import { diagnose } from '../../diagnosis/diagnose';
import type { Finding } from '../../model/diagnosis';
import type { FailureMode, ServerFacts } from '../../model/failure-mode';
import { growingFile } from './growing-file';

/** What is followed, with what, and where each failure is told. */
export interface Followed {
  readonly path: string;
  readonly modes: readonly FailureMode[];
  readonly facts: ServerFacts;
  readonly write: (text: string) => unknown;
  readonly signal: AbortSignal;
}

/** Names each failure once, as the log shows it, until the signal comes. */
export async function follow({ path, modes, facts, write, signal }: Followed): Promise<void> {
  const told = new Map<string, Finding['confidence']>();
  const onFindings = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      const before = told.get(finding.mode.id);
      // What was only possible is told again when it is sure, and not the other way round.
      if (
        finding.lines === 0 ||
        (before !== undefined && !(before === 'possible' && finding.confidence !== 'possible'))
      )
        continue;
      told.set(finding.mode.id, finding.confidence);
      write(`${renderFollowed(finding)}\n`);
    }
  };
  const logs = [{ name: path, chunks: growingFile(path, signal), format: 'lines' as const }];
  await diagnose(modes, { logs, facts, onFindings });
}
