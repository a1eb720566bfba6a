import type { Diagnosis } from '../../helpers/model/diagnosis';
import type { FailureMode, LogSign, Reproduction } from '../../helpers/model/failure-mode';
import type { Transcript } from '../../helpers/model/transcript';
import { renderFinding } from '../diagnosis/finding';
import { painter } from '../terminal/paint';
import { wrap } from '../text/text-layout';
import { transcriptText } from '../text/transcript-text';
import { visibleLine } from '../text/visible';

/** What the terminal can show. */
export interface TerminalOptions {
  readonly colour: boolean;
  readonly width: number | undefined;
}

/** What is going to be done, to which server. */
export function breakingText(
  mode: FailureMode,
  { inject, zones = [] }: Reproduction,
  versions: Readonly<Record<string, string>>,
  terminal: TerminalOptions,
): string {
  const paint = painter(terminal.colour);
  const server = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const changes = [...commands(inject), ...zones.map(({ suffix, kind }) => `DNS: ${suffix} ${kind}`)];
  return section([
    paint('strong', wrap(mode.title, widthOf(terminal))),
    paint('faint', `${mode.id} · ${server.join(', ')}`),
    '',
    paint('strong', 'Breaking it'),
    ...(changes.length > 0
      ? changes.map((line) => `  ${line}`)
      : ['  nothing on the server: the client is what is wrong']),
  ]);
}

/** Whether the server does what a healthy one does, before it is broken or after its repair. */
export function healthText(when: string, complaints: readonly string[], terminal: TerminalOptions): string {
  const paint = painter(terminal.colour);
  return complaints.length === 0
    ? section([paint('good', `✓ ${when}: it relays for its user, and for nobody else`)])
    : section([paint('bad', `✗ ${when}: not whole`), ...complaints.map((one) => `  ${visibleLine(one)}`)]);
}

/** What its clients see, and what it logs meanwhile. */
export function viewText(
  transcripts: readonly Transcript[],
  log: readonly string[],
  missing: readonly LogSign[],
  terminal: TerminalOptions,
): string {
  const paint = painter(terminal.colour);
  return section([
    paint('strong', 'What its clients see'),
    ...transcripts.map((transcript) => indent(transcriptText(transcript))),
    '',
    paint('strong', 'What it logs'),
    ...(log.length > 0 ? log.map((line) => `  ${visibleLine(line)}`) : ['  nothing']),
    ...missing.map(({ pattern }) => paint('bad', `✗ expected in the log, and not there: ${pattern}`)),
  ]);
}

/** What `diagnose` says of it; what else the server's configuration shows is counted only. */
export function diagnosisText({ findings, harmless }: Diagnosis, mode: FailureMode, terminal: TerminalOptions): string {
  const paint = painter(terminal.colour);
  const layout = { paint, width: widthOf(terminal) };
  const own = findings.find((finding) => finding.mode.id === mode.id);
  const others = findings.filter((finding) => finding !== own && finding.confidence !== 'possible');
  const isHarmless = harmless.some((one) => one.mode.id === mode.id);
  return section([
    paint('strong', 'What diagnose says'),
    ...(own ? [renderFinding(own, 1, layout)] : []),
    ...(isHarmless ? [`  These lines are harmless: ${mode.title}`] : []),
    ...(!own && !isHarmless ? [paint('bad', '  it does not name this failure mode')] : []),
    ...others.map((other) => paint('faint', `  also ${other.confidence}: ${other.mode.title} (${other.mode.id})`)),
  ]);
}

/** What mends it, as an administrator does it and as it is done here. */
export function repairText(mode: FailureMode, { repair, zones = [] }: Reproduction, terminal: TerminalOptions): string {
  const paint = painter(terminal.colour);
  const done = [...commands(repair), ...(zones.length > 0 ? ['DNS: as it was'] : [])];
  return section([
    paint('strong', 'Repairing it'),
    wrap(mode.repair.words, widthOf(terminal), '  '),
    ...(done.length > 0 ? ['  Here:', ...done.map((line) => `    ${line}`)] : []),
  ]);
}

function commands(script: string): readonly string[] {
  return script === '' ? [] : script.split('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gmu, '  ');
}

function widthOf({ width }: TerminalOptions): number {
  return Math.min(width ?? 100, 120);
}

function section(lines: readonly string[]): string {
  return `${lines.join('\n')}\n\n`;
}
