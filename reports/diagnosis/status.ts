import type { Diagnosis, DiagnosisReport, InputReport } from '../../helpers/model/diagnosis';

/** The exit status of a diagnosis: 0 nothing wrong was found, 1 something was, 2 nothing of a mail server could be read. */
export function diagnosisStatus({ inputs, diagnosis }: DiagnosisReport): 0 | 1 | 2 {
  if (!inputs.some(({ read }) => read)) return 2;
  const isWrong = diagnosis.findings.length > 0 || diagnosis.notices.some(({ severity }) => severity === 'mistake');
  if (isWrong) return 1;
  return isStrange(diagnosis, inputs) ? 2 : 0;
}

/** Whether all that was read are logs in which no line of a known mail server is. */
export function isStrange({ read }: Diagnosis, inputs: readonly InputReport[]): boolean {
  const logsOnly = inputs.every((input) => !input.read || logKinds.has(input.kind));
  return logsOnly && read.lines > 0 && read.survey?.known === false;
}

const logKinds: ReadonlySet<string> = new Set(['log', 'journal export', 'answer of a log store', 'text']);
