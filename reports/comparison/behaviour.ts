import type { CheckResult } from '../../helpers/model/result';
import type { Transcript, TranscriptEntry } from '../../helpers/model/transcript';
import { normalise } from './normalise';

/**
 * What a server was seen to do in a check: by session, each reply behind the command that it answers, a line for each keyword
 * of EHLO, TLS; and what it asked the DNS. Two runs of one image come to the same: lines are sorted and stand there once, since
 * sessions run side by side and a check may ask again until it has its answer.
 */
export type Behaviour = Readonly<Record<string, readonly string[]>>;

/** The heading of the questions to the DNS, which belong to no session. */
export const dnsHeading = 'DNS';

/** What the server was seen to do in this check. */
export function behaviourOf({ evidence }: Pick<CheckResult, 'evidence'>): Behaviour {
  const lines = new Map<string, Set<string>>();
  const add = (heading: string, words: string) => {
    const found = lines.get(heading) ?? new Set();
    lines.set(heading, found.add(words));
  };
  for (const transcript of evidence.transcripts) {
    for (const words of sessionLines(transcript)) add(normalise(transcript.title), normalise(words));
  }
  for (const { type, name, answer } of evidence.dnsQueries) add(dnsHeading, normalise(`${type} ${name}: ${answer}`));
  return Object.fromEntries([...lines].sort(byName).map(([heading, found]) => [heading, [...found].sort()]));
}

/** Which replies a client gets before it has asked for anything: most checks of a server see the same ones. */
export function isHello(line: string): boolean {
  return /^(?:TLS )?(?:greeting|EHLO|HELO|STARTTLS|protocol|certificate)\b/.test(line);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sessionLines({ entries }: Transcript): readonly string[] {
  let command = 'greeting';
  const spoke = entries.some(({ from }) => from === 'server');
  return entries.flatMap((entry) => {
    if (entry.from === 'client') command = commandOf(entry, command);
    const words =
      entry.from === 'client' ? undefined : entry.from === 'server' ? replyTo(command, entry) : event(entry, spoke);
    return words === undefined ? [] : [`${entry.tls ? 'TLS ' : ''}${words}`];
  });
}

/** The verb, with the mechanism of AUTH. What is no command, such as the answer to a challenge, belongs to the one before. */
function commandOf({ text }: TranscriptEntry, before: string): string {
  const [, verb = '', mechanism = ''] = /^([A-Za-z]{4,8})(?: ([\w-]+))?/.exec(text) ?? [];
  if (!commands.has(verb.toUpperCase())) return before;
  return verb.toUpperCase() === 'AUTH' ? `AUTH ${mechanism.toUpperCase()}` : verb.toUpperCase();
}

const commands = new Set('EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP QUIT VRFY EXPN HELP ETRN'.split(' '));

/** Keywords of EHLO without their code: which of them comes last (`250 ` and not `250-`) says nothing. */
function replyTo(command: string, { text }: TranscriptEntry): string {
  return `${command} ${command === 'EHLO' ? text.replace(/^250[ -]/, '') : text}`;
}

/** That the server hung up is told where it said nothing else: after QUIT, whose end is seen first is chance. */
function event({ text }: TranscriptEntry, spoke: boolean): string | undefined {
  if (text.startsWith('TLS: ')) return `protocol ${text.slice('TLS: '.length)}`;
  if (text.startsWith('certificate: ')) return text.replace(':', '');
  return text === 'closed by the server' && !spoke ? text : undefined;
}
