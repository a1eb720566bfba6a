import { pathToFileURL } from 'node:url';
import type { ConfigNotice, DiagnosisReport, Finding, FoundLine } from '../../helpers/model/diagnosis';
import type { FailureMode } from '../../helpers/model/failure-mode';
import { jsonText } from '../text/json-text';

/** The diagnosis as SARIF 2.1.0 (OASIS), as code scanning reads it: a rule a failure mode, a result a finding. */
export function renderDiagnosisSarif({ tool, inputs, diagnosis }: DiagnosisReport): string {
  const { findings, notices } = diagnosis;
  const noticeKinds = [...new Set(notices.map(({ kind }) => kind))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            rules: [...findings.map(({ mode }) => modeRule(mode)), ...noticeKinds.map(noticeRule)],
          },
        },
        invocations: [
          {
            executionSuccessful: inputs.some(({ read }) => read),
            toolExecutionNotifications: inputs.flatMap(({ name, problem }) =>
              problem === undefined ? [] : [{ level: 'warning', message: { text: `${name}: ${problem}` } }],
            ),
          },
        ],
        results: [...findings.map(findingResult), ...notices.map(noticeResult)],
      },
    ],
  };
  return jsonText(log);
}

function modeRule({ id, title, cause, repair, references, kind }: FailureMode) {
  const helpUri = references.find((reference) => /^https?:\/\/\S+$/.test(reference));
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: [repair.words, ...repair.commands].join('\n') },
    ...(helpUri !== undefined && { helpUri }),
    properties: { tags: ['mail', kind] },
  };
}

function noticeRule(kind: ConfigNotice['kind']) {
  return { id: `configuration/${kind}`, shortDescription: { text: noticeTitles[kind] } };
}

const noticeTitles: Readonly<Record<ConfigNotice['kind'], string>> = {
  syntax: 'The configuration has a line that is refused or read otherwise than it looks',
  unknown: 'The configuration has a name that Postfix does not know',
  obsolete: 'The configuration has a name that is obsolete',
  'too-new': 'The configuration has a name that this version does not know yet',
  duplicate: 'A parameter is set twice',
  unused: 'A parameter has no effect',
  missing: 'A file that the configuration names is not there',
};

function findingResult({ mode, confidence, lines, evidence, facts }: Finding) {
  const places = [...evidence, ...facts.flatMap(({ places }) => places)];
  return {
    ruleId: mode.id,
    level:
      confidence === 'certain' && mode.kind !== 'client' ? 'error' : confidence === 'possible' ? 'note' : 'warning',
    message: { text: `${mode.title} (${confidence}). ${mode.repair.words}` },
    locations: places.slice(0, 1).map(location),
    relatedLocations: places.slice(1).map((place, id) => ({ id, ...location(place) })),
    occurrenceCount: Math.max(lines, 1),
    partialFingerprints: { 'failureMode/v1': mode.id },
  };
}

function noticeResult({ kind, severity, words, advice, place }: ConfigNotice) {
  return {
    ruleId: `configuration/${kind}`,
    level: severity === 'mistake' ? 'error' : 'note',
    message: { text: `${words}: ${advice}` },
    locations: [location(place)],
  };
}

function location({ file, line, text }: FoundLine) {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file) },
      region: { startLine: Math.max(line, 1), snippet: { text } },
    },
  };
}

/** Relative paths stay so: code scanning takes them from the root of the repository. */
function toUri(file: string): string {
  return file.startsWith('/') ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));
}
