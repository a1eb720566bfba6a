import type { FoundLine, Similar } from '../model/diagnosis';
import type { FailureMode } from '../model/failure-mode';
import { unwrapLine } from './log/unwrap-line';
import { familiesOf, isTroubled } from './speakers';
import { timesReported } from './times-reported';
import { topics } from './topics/topics';
import { WordIndex } from './word-index';

/**
 * The modes that lines may come from which nothing known explains, by their words alone: what they speak of, who speaks,
 * which mode has most of their words, and how often it is met. Where to look first, and no more, as nobody knows what these
 * lines mean.
 */
export function similarModes(
  modes: readonly FailureMode[],
  lines: readonly FoundLine[],
  { candidates = modes, accompanying = [], most = mostShown }: SimilarOptions = {},
): readonly Similar[] {
  const known = new Map(candidates.map((mode) => [mode.id, mode]));
  const best = new Map<
    FailureMode,
    { readonly mode: FailureMode; readonly line: FoundLine; readonly weight: number }
  >();
  const weigh = (mode: FailureMode | undefined, line: FoundLine, weight: number) => {
    if (!mode) return;
    const whole = weight + oftenCounts * Math.log1p(timesReported[mode.id] ?? 0);
    if (whole > (best.get(mode)?.weight ?? 0)) best.set(mode, { mode, line, weight: whole });
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
    const likeness = wordIndexOf(modes).similarTo(`${unwrapped.program ?? ''} ${unwrapped.message}`);
    const spoken = topics
      .filter(({ says }) => says.test(unwrapped.message))
      .map(({ modes: ids }) => ids.filter((id) => families.test(id)));
    for (const own of spoken.filter((ids) => ids.length > 0).slice(0, mostTopics)) {
      own.forEach((id, place) => {
        const mode = known.get(id);
        weigh(mode, line, 1 / (1 + place) + (mode ? likenessCounts * (likeness.get(mode) ?? 0) : 0));
      });
    }
    for (const [mode, like] of likeness) {
      if (like >= leastLikeness && families.test(mode.id)) weigh(known.get(mode.id), line, likenessCounts * like);
    }
  }
  const likeliest = [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, most);
  return [...new Set(likeliest.map(({ line }) => line))].map((line) => ({
    line,
    modes: likeliest.filter((one) => one.line === line).map(({ mode }) => mode),
  }));
}

/** What is known beside the lines. */
export interface SimilarOptions {
  /** The modes that are to be had: those that the configuration does not rule out, and that are not found already. */
  readonly candidates?: readonly FailureMode[];
  /** Lines that go with several modes, and those. */
  readonly accompanying?: readonly Similar[];
  /** How many modes to name. */
  readonly most?: number;
}

/** Made when it is first needed, as that takes a while. */
export function wordIndexOf(modes: readonly FailureMode[]): WordIndex {
  const index = indexes.get(modes) ?? new WordIndex(modes);
  indexes.set(modes, index);
  return index;
}

const indexes = new WeakMap<readonly FailureMode[], WordIndex>();

/** How much is made of likeness and of frequency, where being the first mode of a topic counts 1: as tried on public logs. */
const likenessCounts = 2;
const oftenCounts = 0.3;
const leastLikeness = 0.3;
const mostShown = 6;
const mostShared = 8;
const mostTopics = 3;
