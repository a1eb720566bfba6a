import { createHash } from 'node:crypto';
import { isHello } from './behaviour';

/** What many sessions have in common, each under a short name. */
export interface Dictionary {
  /** What a client gets to hear before it asks for anything. */
  readonly hellos: Readonly<Record<string, readonly string[]>>;
  /** The words of replies, such as `2.1.0 Ok`, by command and code, such as `MAIL 250`. */
  readonly replies: Readonly<Record<string, string>>;
}

/** Sessions written short: their hello and their replies by name. */
export function shorten(
  sessions: readonly (readonly string[])[],
): Dictionary & { readonly sessions: ReadonlyMap<readonly string[], readonly string[]> } {
  const names = replyNames(sessions.flat());
  const hellos: Record<string, readonly string[]> = {};
  const short = sessions.map((lines): readonly [readonly string[], readonly string[]] => {
    const hello = lines.filter(isHello);
    const others = lines.filter((line) => !isHello(line)).map((line) => shortReply(line, names));
    if (hello.length === 0) return [lines, others];
    const name = digest(hello.join('\n'), 4);
    hellos[name] = hello;
    return [lines, [`${helloPrefix}${name}`, ...others]];
  });
  const replies = [...names].map(([line, name]) => [name, replyIn(line)?.text ?? ''] as const);
  return { hellos: sorted(Object.entries(hellos)), replies: sorted(replies), sessions: new Map(short) };
}

/** A session as it was. Throws where the file has no such name. */
export function expand(short: readonly string[], { hellos, replies }: Dictionary, file: string): readonly string[] {
  return short
    .flatMap((line) => {
      const [tls, name] = line.startsWith(tlsPrefix) ? [tlsPrefix, line.slice(tlsPrefix.length)] : ['', line];
      const isHelloName = line.startsWith(helloPrefix);
      const hello = isHelloName ? hellos[line.slice(helloPrefix.length)] : undefined;
      if (isHelloName && hello === undefined) throw new Error(`${file} has no "${line}"\n  → write the baseline anew`);
      if (hello !== undefined) return hello;
      const text = replies[name];
      return text === undefined ? [line] : [`${tls}${`${replyIn(name)?.to} ${text}`.trimEnd()}`];
    })
    .sort();
}

const helloPrefix = 'hello ';
const tlsPrefix = 'TLS ';

/** A reply to a command, without TLS before it: `RCPT 454 4.7.1 Relay access denied`, the mechanism belongs to AUTH. */
function replyIn(line: string): { readonly to: string; readonly text: string } | undefined {
  const [, to, text = ''] = /^((?:AUTH [\w-]+|[A-Z]+) \d{3})(?: (.*))?$/s.exec(line) ?? [];
  return to === undefined ? undefined : { to, text };
}

function shortReply(line: string, names: ReadonlyMap<string, string>): string {
  const [tls, reply] = line.startsWith(tlsPrefix) ? [tlsPrefix, line.slice(tlsPrefix.length)] : ['', line];
  const name = names.get(reply);
  return name === undefined ? line : `${tls}${name}`;
}

/** Replies by their names: command and code alone for the most frequent words; others have the beginning of a digest too. */
function replyNames(lines: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const line of lines.filter((one) => !isHello(one))) {
    const reply = line.startsWith(tlsPrefix) ? line.slice(tlsPrefix.length) : line;
    if (replyIn(reply)) counts.set(reply, (counts.get(reply) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const free = (to: string, reply: string) => {
    let name = to;
    for (let length = 3; taken.has(name); length++) name = `${to} ${digest(reply, length)}`;
    taken.add(name);
    return name;
  };
  const frequentFirst = [...counts].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
  return new Map(frequentFirst.map(([reply]) => [reply, free(replyIn(reply)?.to ?? reply, reply)]));
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
