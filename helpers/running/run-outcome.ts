import { endStatus } from '../../reports/result/summary';
import type { ResultFile } from '../model/result';
import { explained } from './exit-with-advice';
import type { ProgramEnd } from './run-to-its-end';

/** How `verify` ends: the exit status, and a remark where the reports don't explain it. */
export interface RunOutcome {
  readonly status: number;
  readonly remark: string | undefined;
}

/** Turns how Jest ended and what it left into the exit status. Only both together can say that all held. */
export function runOutcome(jest: ProgramEnd, result: ResultFile | undefined): RunOutcome {
  if (jest.kind === 'interrupted') return { status: jest.status, remark: 'interrupted' };
  const end = jest.kind === 'exited' ? `Jest ended with status ${jest.status}` : `Jest was ended by ${jest.signal}`;
  if (result === undefined && jest.kind === 'exited' && jest.status === explained)
    return { status: 2, remark: undefined };
  if (result === undefined) return { status: 2, remark: `no check was asked: ${end}; see above for the reason` };
  const status = endStatus(result);
  const contradicted = status === 0 && !(jest.kind === 'exited' && jest.status === 0);
  return contradicted
    ? { status: 2, remark: `all checks held, but ${end}; see above for the reason` }
    : { status, remark: undefined };
}
