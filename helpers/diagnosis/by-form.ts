import type { Finding, FoundLine } from '../model/diagnosis';
import type { FailureMode } from '../model/failure-mode';
import { KnownRuns } from './known-runs';
import { unwrapLine } from './log/unwrap-line';
import type { Suspect } from './rank';
import { similarModes, wordIndexOf } from './similar';
import { familiesOf, isTroubled } from './speakers';
import { forms } from './topics/forms';

/**
 * What lines may come from that no sign knows, where they are nearly what a known one is, or their form tells something: a next server
 * that refuses at MAIL FROM dislikes the sender or the address that it comes from, whatever it says. All of it is possible, and no more;
 * what is most alike comes first, then what is met most.
 */
export function findByForm(
  modes: readonly FailureMode[],
  suspects: readonly Suspect[],
  lines: readonly FoundLine[],
): readonly Finding[] {
  const places = new Map(lines.map((line) => [`${line.file}:${line.line}`, line]));
  const candidates = suspects.map(({ mode }) => mode);
  const told = [...places.values()].map((line) => ({ line, ids: idsOf(modes, candidates, line) }));
  const ids = [...new Set(told.flatMap((one) => one.ids))];
  return ids.flatMap((id): readonly Finding[] => {
    const suspect = suspects.find(({ mode }) => mode.id === id);
    if (!suspect) return [];
    const own = told.filter((one) => one.ids.includes(id));
    const evidence = own.map(({ line }) => line);
    return [
      {
        mode: suspect.mode,
        confidence: 'possible',
        lines: own.length,
        first: evidence[0],
        last: evidence.at(-1),
        evidence: evidence.slice(0, mostEvidence),
        facts: suspect.facts.held,
        rivals: [...new Set(own.flatMap((one) => one.ids))].filter((other) => other !== id),
        undecided: suspect.facts.open,
      },
    ];
  });
}

function idsOf(modes: readonly FailureMode[], candidates: readonly FailureMode[], found: FoundLine): readonly string[] {
  const line = unwrapLine(found.text);
  if (!isTroubled(line)) return [];
  const families = familiesOf(line);
  const likeness = [...wordIndexOf(modes).similarTo(`${line.program ?? ''} ${line.message}`)]
    .filter(([{ id }, like]) => like >= nearlyTheSame && families.test(id))
    .sort(([, a], [, b]) => b - a);
  const least = nextToTheFirst * (likeness[0]?.[1] ?? 0);
  const alike = likeness.filter(([, like]) => like >= least).map(([{ id }]) => id);
  const ofForm = forms.find(({ says }) => says.test(line.message))?.modes ?? [];
  const sharing = knownRunsOf(modes).sharedBy(line);
  const ids = [...sharing.map(({ id }) => id), ...alike.slice(0, mostAlike), ...ofForm];
  // A reply is a server’s own, and that it refuses is sure.
  const ofReply =
    ids.length > 0 || !refuses.test(line.message)
      ? []
      : similarModes(modes, [found], { candidates, most: mostOfReply }).flatMap((one) => one.modes);
  return [...new Set([...ids, ...ofReply.map(({ id }) => id)])];
}

/** Made when they are first needed, as that takes a while. */
function knownRunsOf(modes: readonly FailureMode[]): KnownRuns {
  const runs = knownRuns.get(modes) ?? new KnownRuns(modes);
  knownRuns.set(modes, runs);
  return runs;
}

const knownRuns = new WeakMap<readonly FailureMode[], KnownRuns>();

/** `550 5.7.1 …`, `553 you don’t …`: a reply with words. */
const refuses = /(?:^|[:=,;([{'">] ?)[45][0-57]\d[ -](?:[45]\.\d{1,3}\.\d{1,3}\b|<|\S*[A-Za-z]\S* \S)/;
const mostOfReply = 5;

/** Where a message that has all words of a mode once is about 1: as tried on public logs. */
const nearlyTheSame = 1.3;
const nextToTheFirst = 0.8;
const mostAlike = 3;

const mostEvidence = 3;
