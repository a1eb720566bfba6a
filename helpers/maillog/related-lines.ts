import { isDaemon, type LogLine, parseLogLine } from './parse-line';

/**
 * The lines that belong to a mark (a token in an address or a HELO name): every session of smtpd in which it occurs,
 * whole, and all that became of the messages of those sessions. smtpd names no address of a mail that it takes, only
 * the queue id; qmgr and cleanup tie that to the addresses.
 */
export function relatedLines(lines: readonly string[], mark: string): readonly string[] {
  const entries = lines.map(readEntry);
  const sessions = sessionsOf(entries);
  const marked = entries.filter(({ text }) => text.includes(mark));
  const queueIds = new Set(marked.flatMap(({ queueId }) => queueId ?? []));
  const ours = sessions.filter((session) =>
    session.some(({ text, queueId }) => text.includes(mark) || (queueId !== undefined && queueIds.has(queueId))),
  );
  for (const { queueId } of ours.flat()) if (queueId) queueIds.add(queueId);
  const kept = new Set([...marked, ...ours.flat()]);
  return entries
    .filter((entry) => kept.has(entry) || (entry.queueId !== undefined && queueIds.has(entry.queueId)))
    .map(({ text }) => text);
}

/** The queue id at the start of a message, such as `B8C341767CC: removed`; long ids too. */
export function queueIdOf({ message }: LogLine): string | undefined {
  return /^([0-9A-F]{6,}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{12,}): /.exec(message)?.[1];
}

interface Entry {
  readonly text: string;
  readonly line: LogLine | undefined;
  readonly queueId: string | undefined;
}

function readEntry(text: string): Entry {
  const line = parseLogLine(text);
  return { text, line, queueId: line && queueIdOf(line) };
}

// A process serves one session at a time: a session is what one pid says from `connect from` to the next.
function sessionsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const sessions: Entry[][] = [];
  const current = new Map<number, Entry[]>();
  for (const entry of entries) {
    const { line } = entry;
    if (line?.pid === undefined || !isDaemon(line, 'smtpd')) continue;
    let session = current.get(line.pid);
    if (!session || line.message.startsWith('connect from')) {
      session = [];
      sessions.push(session);
      current.set(line.pid, session);
    }
    session.push(entry);
  }
  return sessions;
}
