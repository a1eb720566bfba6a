import { type Behaviour, dnsHeading } from './behaviour';

/** One thing that a server does otherwise, wherever it was seen. */
export interface ChangedBehaviour {
  /** Such as `EHLO AUTH PLAIN LOGIN`, with `TLS ` before it where it was seen in TLS alone; undefined where there was nothing like it. */
  readonly before: string | undefined;
  readonly now: string | undefined;
  /** More answers to the same command that came or went with it. */
  readonly more?: readonly string[];
  /** The sessions in which it was seen, such as `outside → 25`. */
  readonly sessions: readonly string[];
  /** Ids of the checks that saw it. */
  readonly checks: readonly string[];
}

/** What changed between two behaviours, check by check: the same change is told once, that of most checks first. */
export function changedBehaviour(
  checks: readonly (readonly [id: string, before: Behaviour, now: Behaviour])[],
): readonly ChangedBehaviour[] {
  const changes = new Map<string, Sightings>();
  for (const [id, before, now] of checks) {
    for (const session of new Set([...Object.keys(before), ...Object.keys(now)])) {
      for (const [was, is] of changesOf(session, before[session], now[session])) {
        // In TLS or not, it is the same change.
        const key = JSON.stringify([was && withoutTls(was), is && withoutTls(is)]);
        const seen = changes.get(key) ?? { pairs: [], sessions: new Set(), checks: new Set() };
        seen.pairs.push([was, is]);
        seen.sessions.add(session);
        seen.checks.add(id);
        changes.set(key, seen);
      }
    }
  }
  const told = [...changes.entries()]
    .sort(([a, { checks: of }], [b, { checks: than }]) => than.size - of.size || (a < b ? -1 : 1))
    .map(([, seen]) => asChange(seen));
  return folded(told);
}

interface Sightings {
  readonly pairs: (readonly [was: string | undefined, is: string | undefined])[];
  readonly sessions: Set<string>;
  readonly checks: Set<string>;
}

function asChange({ pairs: seen, sessions, checks }: Sightings): ChangedBehaviour {
  const plain = seen.find((pair) => pair.every((line) => line === undefined || line === withoutTls(line)));
  const [before, now] = plain ?? seen[0] ?? [];
  return { before, now, sessions: [...sessions].sort(), checks: [...checks].sort() };
}

/** Of several lines in answer to one command that came or went together the first is told, with the others behind it. */
function folded(changes: readonly ChangedBehaviour[]): readonly ChangedBehaviour[] {
  const found = new Map<string, ChangedBehaviour[]>();
  for (const change of changes) {
    const { before, now, sessions, checks } = change;
    const line = before ?? now ?? '';
    const isPair = before !== undefined && now !== undefined;
    const key = JSON.stringify(isPair ? [before, now] : [before === undefined, subject(line), sessions, checks]);
    found.set(key, [...(found.get(key) ?? []), change]);
  }
  return [...found.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [{ ...first, more: others.map(({ before, now }) => before ?? now ?? '') }];
  });
}

function withoutTls(line: string): string {
  return line.replace(/^TLS /, '');
}

/** What the server asks the DNS otherwise; no check is known that saw it, since questions carry no name of one. */
export function changedQuestions(before: readonly string[], now: readonly string[]): readonly ChangedBehaviour[] {
  return pairs(before, now, (line) => line.replace(/: .*$/, '')).map(([was, is]) => ({
    before: was === undefined ? undefined : `${dnsHeading} ${was}`,
    now: is === undefined ? undefined : `${dnsHeading} ${is}`,
    sessions: [],
    checks: [],
  }));
}

/** A session that only one of them has is one change, and not as many as it has lines. */
function changesOf(session: string, before: readonly string[] | undefined, now: readonly string[] | undefined) {
  if (session === dnsHeading || (before && now)) return pairs(before ?? [], now ?? []);
  const words = `a session ${session}`;
  return [before ? ([words, undefined] as const) : ([undefined, words] as const)];
}

/** What only one of them has, each with its like of the other: the answer to the same command, the value of the same keyword. */
function pairs(before: readonly string[], now: readonly string[], about = subject) {
  const gone = before.filter((line) => !now.includes(line));
  const left = now.filter((line) => !before.includes(line));
  const found: (readonly [was: string | undefined, is: string | undefined])[] = [];
  for (const was of gone) {
    const index = left.findIndex((line) => about(line) === about(was));
    found.push([was, index === -1 ? undefined : left.splice(index, 1)[0]]);
  }
  return [...found, ...left.map((is) => [undefined, is] as const)];
}

/** What a line is about: `EHLO SIZE`, `RCPT`, `AUTH PLAIN`, `protocol`. */
function subject(line: string): string {
  const words = line.split(/[ =]/);
  const from = words[0] === 'TLS' ? 1 : 0;
  const isLong = words[from] === 'EHLO' || words[from] === 'AUTH';
  return words.slice(0, from + (isLong ? 2 : 1)).join(' ') + (line.includes('EHLO AUTH=') ? '=' : '');
}
