/**
 * What a line may have said that a pager or an editor has cut off at its edge, by the known lines that go on from its last words: systemctl
 * and `less` show a `>` there, nano a `$`.
 *
 *   warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown pr$
 */
export function completions(message: string, known: readonly string[]): readonly string[] {
  const text = /^(.{20,}?)[$>…]$/s.exec(message)?.[1]?.trimEnd();
  if (text === undefined) return [];
  for (let overlap = Math.min(mostOverlap, text.length); overlap >= leastOverlap; overlap -= 2) {
    const end = text.slice(-overlap);
    const rests = known.flatMap((line) => {
      const at = line.indexOf(end);
      return at < 0 ? [] : line.slice(at + overlap);
    });
    if (rests.length > 0) return [...new Set(rests)].slice(0, mostTried).map((rest) => text + rest);
  }
  return [];
}

const mostOverlap = 60;
/** About two words, which few lines share. */
const leastOverlap = 14;
const mostTried = 5;
