import type { Diagnosis, DiagnosisReport, InputReport, Survey } from '../../helpers/model/diagnosis';
import { painter } from '../terminal/paint';
import { counted } from '../text/counted';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import { renderFinding, renderPossible } from './finding';
import type { Layout } from './layout';
import { renderHarmless, renderNotices, renderUnexplained } from './remarks';
import { isStrange } from './status';

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
    renderHarmless(diagnosis.harmless, options.all, layout),
    conclusion(inputs, diagnosis, layout),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

function readText(inputs: readonly InputReport[], { read }: Diagnosis, { paint, width }: Layout): string {
  const names = inputs.filter((input) => input.read).map(({ name, kind }) => `${visibleLine(name)} (${kind})`);
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), `${names.length - mostNames} more`] : names;
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

const mostNames = 6;

/** What the log is the log of, and in what form. */
function surveyText({ forms, programs, servers }: Survey): string {
  const named = programs.map(({ name }) => visibleLine(name));
  const shown = named.length > mostNames ? [...named.slice(0, mostNames), `${named.length - mostNames} more`] : named;
  const of = servers.length > 0 ? servers.join(', ') : 'no mail server that is known';
  return `Lines of ${of}${shown.length > 0 ? `; programs: ${shown.join(', ')}` : ''}; form: ${forms.join(', ')}`;
}

/** That nothing was found means nothing where nothing was understood. */
function strangeText(survey: Survey | undefined): string {
  const others = survey?.servers ?? [];
  return others.length > 0
    ? `These are lines of ${others.join(' and ')}, whose failures are not known yet: that nothing was found means nothing.`
    : 'No line of Postfix, Dovecot or saslauthd was recognised: that nothing was found means nothing.';
}

/** Of other servers less is known than of Postfix. */
function reservation(survey: Survey | undefined): string {
  const others = (survey?.servers ?? []).filter((server) => otherServers.has(server));
  return others.length > 0
    ? ` Of ${others.join(' and ')}, only what goes wrong with logins, relaying and TLS is known.`
    : '';
}

const otherServers: ReadonlySet<string> = new Set(['Exim', 'Sendmail', 'OpenSMTPD', 'Courier', 'Haraka']);

function conclusion(inputs: readonly InputReport[], diagnosis: Diagnosis, { paint, width }: Layout): string {
  const { findings, notices, read } = diagnosis;
  if (!inputs.some(({ read }) => read)) return paint('doubtful', 'Nothing could be read, so nothing is known.');
  const mistakes = notices.filter(({ severity }) => severity === 'mistake').length;
  if (findings.length === 0 && mistakes === 0 && isStrange(diagnosis, inputs)) {
    return paint('doubtful', wrap(strangeText(read.survey), width));
  }
  if (findings.length === 0 && mistakes === 0) {
    return paint('good', wrap(`Nothing known was found to be wrong.${reservation(read.survey)}`, width));
  }
  const parts = (['certain', 'likely', 'possible'] as const)
    .map((confidence) => [findings.filter((finding) => finding.confidence === confidence).length, confidence] as const)
    .filter(([count]) => count > 0)
    .map(([count, confidence]) => `${count} ${confidence}`);
  const text = [...parts, ...(mistakes > 0 ? [counted(mistakes, 'configuration mistake')] : [])].join(', ');
  return paint('bad', text);
}
