import type { DiagnosisReport, Finding } from '../../helpers/model/diagnosis';
import type { FailureMode } from '../../helpers/model/failure-mode';
import { jsonText } from '../text/json-text';

/** The diagnosis as JSON, for programs; its shape is versioned by `schema`. */
export function renderDiagnosisJson({ tool, inputs, diagnosis }: DiagnosisReport): string {
  const { findings, notices, harmless, unexplained, similar, read } = diagnosis;
  const document = {
    schema: 'smtp-auth-harness/diagnosis/1',
    tool,
    inputs,
    findings: findings.map(findingJson),
    notices,
    harmless: harmless.map(({ mode, lines, evidence }) => ({ id: mode.id, title: mode.title, lines, evidence })),
    unexplained,
    similar: similar.map(({ line, modes }) => ({ line, modes: modes.map(({ id, title }) => ({ id, title })) })),
    read,
  };
  return jsonText(document);
}

function findingJson({ mode, ...found }: Finding) {
  return { ...describe(mode), ...found };
}

function describe({ id, kind, title, cause, symptoms, repair, references, reproduction }: FailureMode) {
  return {
    id,
    kind,
    title,
    cause,
    client: symptoms.client,
    repair,
    references,
    reproducible: reproduction !== undefined,
  };
}
