import type { Answer, Reply, ReplyClass } from '../model/answer';

/** Whether the answer is a reply with this code. */
export function hasCode(answer: Answer, code: number): answer is Reply {
  return answer.kind === 'reply' && answer.code === code;
}

/** Whether the answer is a reply of this class, such as 2 for 2yz (RFC 5321 section 4.2.1). */
export function isOfClass(answer: Answer, replyClass: ReplyClass): answer is Reply {
  return answer.kind === 'reply' && Math.floor(answer.code / 100) === replyClass;
}

/** The queue id that the reply to a message names: `250 2.0.0 Ok: queued as DC101176793`. */
export function queuedAs(answer: Answer): string | undefined {
  return isOfClass(answer, 2) ? /queued as (\w+)/.exec(answer.lines.join(' '))?.[1] : undefined;
}

/** An answer in one line, for a reader: `554 5.7.1 Relay access denied`, `end of file after 1100 ms`. */
export function inWords(answer: Answer): string {
  const words = atLength(answer);
  return words.length <= longestWords ? words : `${words.slice(0, longestWords)}… (${words.length} characters)`;
}

/** A reply that is meant has some hundreds; the transcript has more of it. */
const longestWords = 1000;

function atLength(answer: Answer): string {
  switch (answer.kind) {
    case 'reply':
      return `${answer.code} ${answer.lines.join(' / ')}`.trimEnd();
    case 'closed':
      return `${howInWords[answer.how]} after ${answer.afterMs} ms (${answer.detail})`;
    case 'silence':
      return `silence for ${answer.afterMs} ms${answer.partial === '' ? '' : ` after an unfinished ${JSON.stringify(answer.partial)}`}`;
    case 'garbage':
      return `garbage, ${answer.problem}: ${JSON.stringify(answer.text)}`;
  }
}

/** The answer with its texts changed, such as masked. */
export function mapTexts(answer: Answer, change: (text: string) => string): Answer {
  switch (answer.kind) {
    case 'reply':
      return { ...answer, lines: answer.lines.map(change) };
    case 'closed':
      return { ...answer, detail: change(answer.detail) };
    case 'silence':
      return { ...answer, partial: change(answer.partial) };
    case 'garbage':
      return { ...answer, text: change(answer.text) };
  }
}

const howInWords = {
  'end-of-file': 'end of file',
  reset: 'connection reset',
  refused: 'connection refused',
  'tls-failure': 'TLS failure',
} as const;
