import type { Finding, FoundLine, Similar } from '../model/diagnosis';
import type { FailureMode } from '../model/failure-mode';
import { unwrapLine } from './log/unwrap-line';
import { familiesOf, isTroubled } from './speakers';
import { topics } from './topics/topics';
import { WordIndex } from './word-index';

/**
 * The modes that lines may come from which nothing known explains, by their words alone: what they speak of, who speaks, and
 * which mode has most of their words. Where to look first, and no more, as nobody knows what these lines mean.
 */
export function similarModes(
  modes: readonly FailureMode[],
  lines: readonly FoundLine[],
  found: readonly Finding[] = [],
  accompanying: readonly Similar[] = [],
): readonly Similar[] {
  const index = indexes.get(modes) ?? new WordIndex(modes);
  indexes.set(modes, index);
  const told = new Set(found.map(({ mode }) => mode));
  const known = new Map(modes.filter((mode) => !told.has(mode)).map((mode) => [mode.id, mode]));
  const best = new Map<
    FailureMode,
    { readonly mode: FailureMode; readonly line: FoundLine; readonly weight: number }
  >();
  const weigh = (mode: FailureMode | undefined, line: FoundLine, weight: number) => {
    if (mode && weight > (best.get(mode)?.weight ?? 0)) best.set(mode, { mode, line, weight });
  };
  // It is one of theirs, and so more than words; what goes with many tells nothing.
  for (const { line, modes: own } of accompanying) {
    if (own.length > mostShared || !isTroubled(unwrapLine(line.text))) continue;
    for (const [place, mode] of own.entries()) weigh(known.get(mode.id), line, 3 / (1 + place));
  }
  for (const line of lines) {
    const unwrapped = unwrapLine(line.text);
    if (!isTroubled(unwrapped)) continue;
    const families = familiesOf(unwrapped);
    const likeness = index.similarTo(`${unwrapped.program ?? ''} ${unwrapped.message}`);
    const spoken = topics
      .filter(({ says }) => says.test(unwrapped.message))
      .map(({ modes: ids }) => ids.filter((id) => families.test(id)));
    for (const own of spoken.filter((ids) => ids.length > 0).slice(0, mostTopics)) {
      own.forEach((id, place) => {
        const mode = known.get(id);
        weigh(mode, line, 1 / (1 + place) + (mode ? (likeness.get(mode) ?? 0) : 0));
      });
    }
    for (const [mode, like] of likeness) {
      if (like >= leastLikeness && families.test(mode.id)) weigh(known.get(mode.id), line, like);
    }
  }
  const likeliest = [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, mostShown);
  return [...new Set(likeliest.map(({ line }) => line))].map((line) => ({
    line,
    modes: likeliest.filter((one) => one.line === line).map(({ mode }) => mode),
  }));
}

const indexes = new WeakMap<readonly FailureMode[], WordIndex>();
const leastLikeness = 0.55;
const mostShown = 6;
const mostShared = 8;
const mostTopics = 3;
