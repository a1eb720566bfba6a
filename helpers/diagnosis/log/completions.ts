/**
 * What a line may have said that a pager or an editor has cut off at its edge: systemctl and `less` show a `>` there, nano a `$`. Known
 * lines, one below the other, tell how it may go on from its last words.
 *
 *   warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown pr$
 */
export function completions(message: string, known: string): readonly string[] {
  const text = /^(.{20,}?)[$>…]$/s.exec(message)?.[1]?.trimEnd();
  if (text === undefined || closesAnAddress.test(message)) return [];
  for (let overlap = Math.min(mostOverlap, text.length); overlap >= leastOverlap; overlap -= 2) {
    const end = text.slice(-overlap);
    const rests = new Set<string>();
    for (let at = known.indexOf(end); at >= 0 && rests.size < mostTried; at = known.indexOf(end, at + overlap)) {
      rests.add(/^.*/.exec(known.slice(at + overlap, at + longestRest))?.[0] ?? '');
    }
    if (rests.size > 0) return [...rests].map((rest) => text + rest);
  }
  return [];
}

/** `message-id=<1@mail.example.com>`: nothing is cut off. */
const closesAnAddress = /<[^<>]*>$/;
const mostOverlap = 60;
/** About two words, which few lines share. */
const leastOverlap = 14;
const mostTried = 5;
const longestRest = 1000;
