import type { FileFact } from '../../model/failure-mode';

/** One part of what facts.sh prints. */
export interface FactsSection {
  /** Such as `file /etc/postfix/main.cf`, `stat`, `processes`. */
  readonly name: string;
  readonly text: string;
}

/** The line by which the script's output is known. */
export const factsDumpStart = '##== facts of a mail server';

/** Takes the output of facts.sh apart at its `##== ` lines. */
export function readFactsDump(text: string): readonly FactsSection[] {
  return text
    .split(/^##== /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return end < 0
        ? { name: section.trim(), text: '' }
        : { name: section.slice(0, end).trim(), text: section.slice(end + 1) };
    });
}

/** Reads lines such as `640 root sasl 12288 regular file|/etc/sasldb2` and `absent|/run/saslauthd/mux`. */
export function readStatLines(text: string): ReadonlyMap<string, FileFact> {
  const files = new Map<string, FileFact>();
  for (const line of text.split('\n')) {
    const [, stated = '', path = ''] = /^([^|]+)\|(.+)$/.exec(line) ?? [];
    if (stated === 'absent') files.set(path, { kind: 'absent' });
    const [, mode, owner, group, size, type] = /^([0-7]+) (\S+) (\S+) (\d+) (.+)$/.exec(stated) ?? [];
    if (mode === undefined || owner === undefined || group === undefined) continue;
    files.set(path, { kind: kinds[type ?? ''] ?? 'other', mode, owner, group, size: Number(size) });
  }
  return files;
}

/** The users in the output of sasldblistusers2, such as `alice@example.test: userPassword`. */
export function readSasldbUsers(text: string): readonly string[] {
  return [...text.matchAll(/^(\S+@\S*): (?:userPassword|cmusaslsecret\S*)/gm)].flatMap(([, user]) => user ?? []);
}

const kinds: Readonly<Record<string, 'file' | 'directory' | 'socket'>> = {
  'regular file': 'file',
  'regular empty file': 'file',
  directory: 'directory',
  socket: 'socket',
};
