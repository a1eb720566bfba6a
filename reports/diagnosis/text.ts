import type { Diagnosis, DiagnosisReport, InputReport } from '../../helpers/model/diagnosis';
import { painter } from '../terminal/paint';
import { counted } from '../text/counted';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import { renderFinding, renderPossible } from './finding';
import type { Layout } from './layout';
import { renderHarmless, renderNotices, renderSimilar, renderUnexplained } from './remarks';
import { conclusion, firstOf, surveyText } from './words';

/** What the terminal can show, and what the reader wants to see. */
export interface DiagnosisTextOptions {
  readonly colour: boolean;
  /** Columns; undefined where nothing has a width, such as a file. */
  readonly width: number | undefined;
  /** Show what is only possible, and what is harmless, in full. */
  readonly all: boolean;
}

/** The diagnosis for people: what is wrong and what mends it, then what may be, then what need not worry anybody. */
export function renderDiagnosisText({ inputs, diagnosis }: DiagnosisReport, options: DiagnosisTextOptions): string {
  const layout: Layout = { paint: painter(options.colour), width: Math.min(options.width ?? 100, 120) };
  const { findings } = diagnosis;
  const told = findings.filter(({ confidence }) => options.all || confidence !== 'possible');
  const possible = options.all ? [] : findings.filter(({ confidence }) => confidence === 'possible');
  return [
    readText(inputs, diagnosis, layout),
    ...told.map((finding, index) => renderFinding(finding, index + 1, layout)),
    renderPossible(possible, layout),
    renderNotices(diagnosis.notices, layout),
    renderUnexplained(diagnosis.unexplained, layout),
    renderSimilar(diagnosis.similar, layout),
    renderHarmless(diagnosis.harmless, options.all || saysNothingElse(diagnosis), layout),
    conclusionText(inputs, diagnosis, layout),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

/** Who pastes such a line asks about it. */
function saysNothingElse({ findings, notices, similar }: Diagnosis): boolean {
  return findings.length === 0 && notices.length === 0 && similar.length === 0;
}

function readText(inputs: readonly InputReport[], { read }: Diagnosis, { paint, width }: Layout): string {
  const names = inputs.filter((input) => input.read).map(({ name, kind }) => `${visibleLine(name)} (${kind})`);
  const shown = firstOf(names);
  const lines = read.lines > 0 ? [`${counted(read.lines, 'line')} of log`] : [];
  const problems = inputs.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [paint('doubtful', wrap(`! ${visibleLine(name)}: ${visibleLine(problem)}`, width))],
  );
  const cut =
    read.cutLines > 0 ? [paint('doubtful', `! ${counted(read.cutLines, 'line')} too long to be read whole`)] : [];
  const head = names.length > 0 ? [paint('faint', wrap(`Read ${[...shown, ...lines].join(', ')}`, width))] : [];
  const survey = read.lines > 0 && read.survey ? [paint('faint', wrap(surveyText(read.survey), width))] : [];
  return [...head, ...survey, ...problems, ...cut].join('\n');
}

function conclusionText(inputs: readonly InputReport[], diagnosis: Diagnosis, { paint, width }: Layout): string {
  const { tone, words } = conclusion(inputs, diagnosis);
  return paint(tone, tone === 'bad' ? words : wrap(words, width));
}
