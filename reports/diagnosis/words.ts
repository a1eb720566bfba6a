import type { Diagnosis, Finding, InputReport, Survey } from '../../helpers/model/diagnosis';
import { counted } from '../text/counted';
import { visibleLine } from '../text/visible';
import { isStrange } from './status';

/** The diagnosis in a few words, and how they are meant. */
export interface Conclusion {
  readonly tone: 'good' | 'bad' | 'doubtful';
  readonly words: string;
}

/** What the whole diagnosis comes to. */
export function conclusion(inputs: readonly InputReport[], diagnosis: Diagnosis): Conclusion {
  const { findings, notices, similar, read } = diagnosis;
  if (findings.length === 0 && similar.length > 0 && !notices.some(({ severity }) => severity === 'mistake')) {
    return {
      tone: 'doubtful',
      words:
        'No line of a known failure was recognised: what the words may mean is listed, and nothing of it is decided.',
    };
  }
  if (!inputs.some(({ read }) => read)) {
    return { tone: 'doubtful', words: 'Nothing could be read, so nothing is known.' };
  }
  const mistakes = notices.filter(({ severity }) => severity === 'mistake').length;
  if (findings.length === 0 && mistakes === 0) {
    return isStrange(diagnosis, inputs)
      ? { tone: 'doubtful', words: strangeText(read.survey) }
      : { tone: 'good', words: `Nothing known was found to be wrong.${reservation(read.survey)}` };
  }
  const parts = (['certain', 'likely', 'possible'] as const)
    .map((confidence) => [findings.filter((finding) => finding.confidence === confidence).length, confidence] as const)
    .filter(([count]) => count > 0)
    .map(([count, confidence]) => `${count} ${confidence}`);
  const words = [...parts, ...(mistakes > 0 ? [counted(mistakes, 'configuration mistake')] : [])].join(', ');
  return { tone: 'bad', words };
}

/** What the log is the log of, and in what form. */
export function surveyText({ forms, programs, servers }: Survey): string {
  const named = programs.map(({ name }) => visibleLine(name));
  const of = servers.length > 0 ? servers.join(', ') : 'no mail server that is known';
  const shown = firstOf(named);
  return `Lines of ${of}${shown.length > 0 ? `; programs: ${shown.join(', ')}` : ''}; form: ${forms.join(', ')}`;
}

/** When its lines begin and end, as the log writes it: `, from Nov 24 10:00:00 to Nov 24 11:00:00`; empty where it has no times. */
export function whenText({ first, last }: Pick<Finding, 'first' | 'last'>): string {
  const from = first?.time ?? last?.time ?? '';
  const to = last?.time ?? from;
  if (from === '') return '';
  return from === to ? `, ${from}` : `, from ${from} to ${to}`;
}

/** The first few, and how many more there are. */
export function firstOf(names: readonly string[]): readonly string[] {
  return names.length > mostNames ? [...names.slice(0, mostNames), `${names.length - mostNames} more`] : names;
}

const mostNames = 6;

/** The heading of lines that complain and that no mode claims. */
export function unexplainedText(lines: number, shapes: number): string {
  const head = `${counted(lines, 'line')} with a warning or an error that nothing known explains`;
  return `${head}${shapes > 1 ? '; most often' : ''}:`;
}

/** The heading of modes that lines may come from by their words. */
export const similarText =
  'Nothing known writes these lines. By their words they may come from one of these, the likeliest first:';

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
