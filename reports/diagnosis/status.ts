import type { DiagnosisReport } from '../../helpers/model/diagnosis';

/** The exit status of a diagnosis: 0 nothing wrong was found, 1 something was, 2 nothing could be read. */
export function diagnosisStatus({ inputs, diagnosis }: DiagnosisReport): 0 | 1 | 2 {
  if (!inputs.some(({ read }) => read)) return 2;
  const isWrong = diagnosis.findings.length > 0 || diagnosis.notices.some(({ severity }) => severity === 'mistake');
  return isWrong ? 1 : 0;
}
