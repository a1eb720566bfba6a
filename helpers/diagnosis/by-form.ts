import type { Finding, FoundLine } from '../model/diagnosis';
import { unwrapLine } from './log/unwrap-line';
import type { Suspect } from './rank';
import { isTroubled } from './speakers';
import { forms } from './topics/forms';

/**
 * What lines may come from whose words nobody knows, where their form tells something: a next server that refuses at MAIL FROM dislikes
 * the sender or the address that it comes from, whatever it says. All of it is possible, and no more; those that are met most come first.
 */
export function findByForm(suspects: readonly Suspect[], lines: readonly FoundLine[]): readonly Finding[] {
  const places = new Map(lines.map((line) => [`${line.file}:${line.line}`, line]));
  const told = [...places.values()].map((line) => ({ line, ids: modesOf(line) }));
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

function modesOf({ text }: FoundLine): readonly string[] {
  const line = unwrapLine(text);
  return isTroubled(line) ? (forms.find(({ says }) => says.test(line.message))?.modes ?? []) : [];
}

const mostEvidence = 3;
