import { painter } from '../terminal/paint';
import { counted } from '../text/counted';
import { durationText } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import type { ChangedBehaviour } from './changed-behaviour';
import { type ChangedVerdict, type Comparison, isSame } from './compare';

/** How the terminal shows a comparison. */
export interface ComparisonTextOptions {
  readonly colour: boolean;
  /** Every check of every change, and not only the first few. */
  readonly all: boolean;
}

/** A comparison for people: verdicts first, then what the server does otherwise. */
export function renderComparison(comparison: Comparison, { colour, all }: ComparisonTextOptions): string {
  const paint = painter(colour);
  const { before, now, worse, better, otherwise, still, gone, added, common, behaviour, startMs } = comparison;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${paint('strong', `${heading} (${lines.length})`)}\n${lines.join('\n')}`];
  const verdicts = (ones: readonly ChangedVerdict[]) =>
    ones.map((one) => `  ${visibleLine(one.id)}: ${words(one.before)} → ${words(one.now)}`);
  const list = (ids: readonly string[]) => (all ? ids : first(ids)).map((id) => `  ${visibleLine(id)}`);
  return [
    `${paint('strong', targetText(before))} → ${paint('strong', targetText(now))}: ${counted(common, 'check')} in both`,
    ...section('Worse', verdicts(worse)),
    ...section('Better', verdicts(better)),
    ...section('Otherwise', verdicts(otherwise)),
    ...section('Wrong as before', verdicts(still)),
    ...(gone.length > 0 ? [`${paint('strong', `No longer asked (${gone.length})`)}\n${list(gone).join('\n')}`] : []),
    ...(added.length > 0 ? [`${paint('strong', `New (${added.length})`)}\n${list(added).join('\n')}`] : []),
    ...section(
      'The server does otherwise',
      behaviour.map((change) => changeText(change, all)),
    ),
    ...(isSame(comparison) ? ['No difference.'] : []),
    ...(startMs === undefined ? [] : [startText(startMs)]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A figure to be told: how long a start takes depends on the machine and what else it does. */
export function startText({ before, now }: NonNullable<Comparison['startMs']>): string {
  return `Started in ${durationText(now)}, before in ${durationText(before)}.`;
}

/** A target in a few words, such as `debian11 (Postfix 3.5.25)`. */
export function targetText({ name, mta, versions }: Comparison['before']): string {
  const version = Object.values(versions).length > 0 ? ` ${versions[mta.toLowerCase()] ?? ''}`.trimEnd() : '';
  return visibleLine(mta === '' ? name : `${name} (${mta}${version})`);
}

const most = 10;

function first(ids: readonly string[]): readonly string[] {
  return ids.length <= most ? ids : [...ids.slice(0, most), `and ${ids.length - most} more`];
}

function changeText({ before, now, more = [], sessions, checks }: ChangedBehaviour, all: boolean): string {
  const where =
    sessions.length > 2 ? `${sessions[0]} and ${sessions.length - 1} other kinds of session` : sessions.join(', ');
  const seen =
    all || checks.length === 1 ? checks.join(', ') : `${counted(checks.length, 'check')}, such as ${checks[0]}`;
  return [
    `  - ${side(before, before === undefined ? [] : more, all)}`,
    `  + ${side(now, now === undefined ? [] : more, all)}`,
    ...(checks.length > 0 ? [`      ${visibleLine(`${where}; ${seen}`)}`] : []),
  ].join('\n');
}

function side(line: string | undefined, more: readonly string[], all: boolean): string {
  if (line === undefined) return '(nothing)';
  if (all) return [line, ...more].map(visibleLine).join('\n    ');
  return `${visibleLine(line)}${more.length > 0 ? ` (and ${counted(more.length, 'more line')})` : ''}`;
}

function words(verdict: ChangedVerdict['now'] | undefined): string {
  return verdict?.replaceAll('-', ' ') ?? 'not asked';
}
