import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { shortName } from '../result/short-name';
import { withoutCause } from '../result/unexplained';
import { counted } from '../text/counted';
import { cut, wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import type { Paint } from './paint';

/** How wide causes are laid out: prose, and rows that are cut, where the terminal has a width. */
export interface CausesOptions {
  readonly paint: Paint;
  readonly proseWidth: number;
  readonly width: number | undefined;
}

/**
 * Why checks failed: of each cause a line that says what is wrong and what to change, what shows it, how to mend it, and checks
 * that it explains; then what no cause explains, suite by suite. Empty where the checks have to speak for themselves.
 */
export function causesSection(result: ResultFile, options: CausesOptions): readonly string[] {
  if (result.failureModes.length === 0) return [];
  return [
    ...result.failureModes.map((cause) => causeText(cause, result.checks, options)),
    ...leftOver(result, options),
  ];
}

/** The checks whose dialogue is shown: one of each cause as a specimen, and all that no cause explains. */
export function withoutRepetition(result: ResultFile): readonly CheckResult[] {
  const specimens = result.failureModes.flatMap(({ explains }) => explains.slice(0, 1));
  const explained = new Set(result.failureModes.flatMap(({ explains }) => explains));
  return result.checks.filter(({ id }) => !explained.has(id) || specimens.includes(id));
}

function causeText(cause: FoundCause, checks: readonly CheckResult[], options: CausesOptions): string {
  const { paint, proseWidth, width } = options;
  const explained = cause.explains.flatMap((one) => checks.find(({ id }) => id === one) ?? []);
  const doubt = cause.confidence === 'certain' ? '' : `${cause.confidence}: `;
  const head = `${doubt}${visibleLine(cause.title)}. ${visibleLine(cause.repair.words)}`;
  return [
    // One line wherever it can be: what a log viewer shows of a job that failed.
    `${paint('bad', '✗')} ${paint('strong', width === undefined ? head : wrap(head, proseWidth, '  ').trimStart())}`,
    ...shownBy(cause, proseWidth),
    ...cause.repair.commands.map((command) => `      $ ${visibleLine(command)}`),
    paint('faint', `    ${cause.id}`),
    ...cause.undecided.map(({ words, look }) => wrap(`if ${words}: ${look}`, proseWidth, '    ')),
    `  ${paint('strong', `It explains ${counted(explained.length, 'check')}`)}`,
    ...someChecks(explained, options),
  ].join('\n');
}

/** The setting itself where there is one, else a line of the log: what an administrator looks for. */
function shownBy({ facts, evidence }: FoundCause, width: number): readonly string[] {
  const settings = facts.flatMap(({ places }) => places).map(({ file, line, text }) => `${file}:${line}: ${text}`);
  const lines = evidence.map(({ text }) => text);
  const shown = [...new Set(settings), ...lines].slice(0, 3);
  const rest = facts.length > 0 && shown.length === 0 ? facts.map(({ words }) => words) : shown;
  return rest.map((text) => wrap(visibleLine(text), width, '    '));
}

function someChecks(explained: readonly CheckResult[], { paint, width }: CausesOptions): readonly string[] {
  const rows = explained.slice(0, mostShown).map(({ id, title }) => {
    const row = `    ${id}  ${visibleLine(title)}`;
    return width === undefined ? row : cut(row, width);
  });
  const more = explained.length - rows.length;
  return [...rows, ...(more > 0 ? [paint('faint', `    and ${more} more for the same cause`)] : [])];
}

const mostShown = 10;

function leftOver(result: ResultFile, { paint, proseWidth }: CausesOptions): readonly string[] {
  const left = withoutCause(result);
  if (left.length === 0) return [];
  const rows = [...bySuite(left)].map(([suite, checks]) => {
    const names = checks.map((check) => shortName(check));
    const shown = names.slice(0, mostShown).join(', ');
    const more = names.length - mostShown;
    return wrap(`${suite}: ${shown}${more > 0 ? ` and ${more} more` : ''}`, proseWidth, '    ');
  });
  return [[paint('strong', `  Not explained: ${counted(left.length, 'check')}`), ...rows].join('\n')];
}
