import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../../helpers/model/answer';
import { takeAnswer } from '../../../helpers/smtp/reply-parser';

const folder = join(__dirname, '../../fixtures/captures');

/** The versions that were captured. */
export const capturedVersions = ['2.10.1', '3.7.11'] as const;

/** One of them. */
export type CapturedVersion = (typeof capturedVersions)[number];

/** One session of a capture: its title, what the server said, and what it logged. */
export interface CapturedSession {
  readonly title: string;
  readonly replies: readonly Reply[];
  readonly log: readonly string[];
}

/** The names of all captures of a version, such as `D1`. */
export function captureNames(version: CapturedVersion): readonly string[] {
  return readdirSync(join(folder, `postfix-${version}`)).map((file) => file.replace('.txt', ''));
}

/** The sessions of a capture, in their order. */
export function sessionsOf(version: CapturedVersion, name: string): readonly CapturedSession[] {
  const text = readFileSync(join(folder, `postfix-${version}`, `${name}.txt`), 'utf8');
  const parts = text.split(/^--- /m).map((part) => part.split('\n'));
  const sessions: CapturedSession[] = [];
  for (const [title = '', ...lines] of parts) {
    const log = lines.flatMap((line) => /^\[\w+\.\w+ +\+[\d.]+\] (.*)$/.exec(line)?.[1] ?? []);
    const last = sessions.at(-1);
    // What follows a session is its log, whichever session the log's own title names.
    if (/^(whole )?log/.test(title) && last) sessions[sessions.length - 1] = { ...last, log: [...last.log, ...log] };
    else sessions.push({ title, replies: repliesIn(lines), log });
  }
  return sessions;
}

/** All that the server logged in a capture. */
export function logOf(version: CapturedVersion, name: string): readonly string[] {
  return sessionsOf(version, name).flatMap(({ log }) => log);
}

/** The session of that title. */
export function session(version: CapturedVersion, name: string, title: string): CapturedSession {
  const found = sessionsOf(version, name).find((one) => one.title === title);
  if (found) return found;
  throw new Error(
    `${name} has no session "${title}", only: ${sessionsOf(version, name)
      .map((one) => one.title)
      .join(' | ')}`,
  );
}

function repliesIn(lines: readonly string[]): readonly Reply[] {
  const said = lines.flatMap((line) => /^\[ *[\d.]+\] S: (.*)$/.exec(line)?.[1] ?? []);
  const replies: Reply[] = [];
  let unread: Buffer = Buffer.from(said.map((line) => `${line}\r\n`).join(''));
  for (let taken = takeAnswer(unread); taken; taken = takeAnswer(unread)) {
    if (taken.answer.kind === 'garbage') throw new Error(`not a reply: ${taken.answer.text}`);
    replies.push(taken.answer);
    unread = taken.rest;
  }
  return replies;
}
