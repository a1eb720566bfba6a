/**
 * What a line may have said that shows to have been cut off: systemctl and `less` have a `>` there, nano a `$`, a page three dots, and
 * what became of a mail is not closed. Known lines, one below the other, tell how it may go on from its last words; what a next server
 * has said may end anywhere.
 *
 *   warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown pr$
 *   … status=bounced (host smtp.example.com[192.0.2.30] said: 530-5.5.1 Authentication Required. Learn m
 */
export function completions(message: string, known: string): readonly string[] {
  if (message.length > longestCut) return [];
  const marked = closesAnAddress.test(message)
    ? undefined
    : /^(.{20,}?)(?:[$>…]|\.{3,})$/s.exec(message)?.[1]?.trimEnd();
  const text = marked ?? (isOpen.test(message) ? message : undefined);
  if (text === undefined) return [];
  const reply = nextServerSaid.exec(text)?.[1];
  const ends = reply === undefined ? [] : commands.map((command) => `${reply} (in reply to ${command} command))`);
  return [...ends, ...continued(text, known, /[$>…]$/.test(message) ? leastOverlap : leastUnmarked)];
}

/** The same where nothing shows it, as at the edge of a window, if it has many words of a known line. */
export function continuations(message: string, known: string): readonly string[] {
  const text = message.trimEnd();
  // A value may be empty; and where it would go on with a mark, another program may have ended it there.
  return message.length > longestCut || !/\w$/.test(text) ? [] : continued(text, known, leastUnmarked, /^[:;,.)]/);
}

/** The parenthesis of what became of a mail is not closed. */
const isOpen = /\bstatus=\w+ \(.*[^)]$/s;
/** `relay=mx`, `dsn=5.7.0, status=bounced (host`, which go on in as many ways as there are refusals. */
const saysNothing = /, (?:orig_to|relay|delays?|conn_use|dsn)=\S*\s*$|\bstatus=\w+(?: \((?:host)?)?\s*$/;
const nextServerSaid = /^(.*\(host \S+ said: [45]\d\d.*?)(?: \(i(?:n\b[^)]*)?)?$/s;
const commands = ['MAIL FROM', 'end of DATA'] as const;

function continued(said: string, known: string, least: number, never = /^$/): readonly string[] {
  if (saysNothing.test(said)) return [];
  const text = withSameValues(said);
  // The shortest end is part of each longer one.
  if (!known.includes(text.slice(-least))) return [];
  for (let overlap = Math.min(mostOverlap, text.length); overlap >= least; overlap -= 2) {
    const end = text.slice(-overlap);
    // A path alone may stand in any line.
    if (least > leastOverlap && !/ \S+ /.test(end)) continue;
    const rests = new Set<string>();
    for (let at = known.indexOf(end); at >= 0 && rests.size <= mostTried; at = known.indexOf(end, at + overlap)) {
      const rest = /^.*/.exec(known.slice(at + overlap, at + longestRest))?.[0] ?? '';
      if (rest !== '' && !never.test(rest)) rests.add(rest);
    }
    // What goes on in so many ways tells nothing.
    if (rests.size > mostTried) return [];
    if (rests.size > 0) return [...rests].map((rest) => said + rest);
  }
  return [];
}

/** Addresses of mail and of hosts are not the known line’s. Known lines have to be given so. */
export function withSameValues(text: string): string {
  return text.replace(/<[^<>\s]*>/g, '<x@elsewhere.example>').replace(/\[(?=[\d.:a-f]{3,}\])[^\]]*\]/g, '[192.0.2.1]');
}

/** `message-id=<1@mail.example.com>`: nothing is cut off. */
const closesAnAddress = /<[^<>]*>$/;
const mostOverlap = 60;
const longestCut = 4000;
/** About two words, which few lines share. */
const leastOverlap = 14;
/** Three dots end sentences as well. */
const leastUnmarked = 30;
const mostTried = 40;
const longestRest = 1000;
