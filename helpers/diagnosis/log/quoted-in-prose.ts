/**
 * What a sentence quotes of a program, the longest first: somebody, or another program, tells of an error in words of its own.
 *
 *   On every boot I get “fatal: no SASL authentication mechanisms”.
 *   SMTP Error (451): Failed to add recipient "bob@example.org" (4.3.0 <alice@example.test>: Temporary lookup failure).
 *   Mail command failed: 553 5.7.1 Sender address rejected: not owned by user alice.
 */
export function quotedInProse(text: string): readonly string[] {
  if (text.length > longest) return [];
  const marks = [...text.matchAll(marked)].map((match) => ({
    index: match.index,
    part: match.slice(1).find(Boolean) ?? '',
    end: match.index + match[0].length,
  }));
  const tails = [...text.matchAll(/: /g)].map(({ index }) => ({
    index,
    part: text.slice(index + 2),
    end: text.length,
  }));
  const parts = [...marks, ...tails]
    .filter(({ index, end }) => {
      const before = text.slice(0, index);
      if (before.trim() === '') return goesOn.test(text.slice(end));
      return isSentence.test(before) || (/[`“«]/.test(text.charAt(index)) && hasWords.test(before));
    })
    .map(({ part }) => withoutStop(part))
    .filter((part) => part.length >= shortest && part.includes(' '))
    .sort((one, other) => other.length - one.length);
  const whole = withoutStop(text);
  return [...(whole === text ? [] : [whole]), ...new Set(parts)].slice(0, most);
}

/** Parentheses say many things; of interest is a reply in them, or a message that has parts. */
const marked =
  /"([^"]+)"|“([^”]+)”|«([^»]+)»|`([^`]+)(?=`)|(?<!\w)'([^']+)'(?!\w)|\(([^()]*(?:: |\b[45]\.\d\.\d )[^()]*)\)/g;

/** Words before it, and nothing that only a log has: `[1234]`, `key=value`, a path. */
const isSentence =
  /^[^[\]=/\\{}]*(?:\b[a-zA-Z]+ [a-z]+\b|[\u0400-\u9fff\uac00-\ud7af]{3})[^[\]=/\\{}]*$|^[-*\s]*[A-Z][a-z]+(?: ?: ?)?$/;

/** A line of a sentence that begins with what is quoted. */
const goesOn = /^ [a-z]+ [a-z]+/;

/** Enough before quotation marks that no log has. */
const hasWords = /[a-zA-Z]+ [a-z]+ $/;

function withoutStop(part: string): string {
  return part.trim().replace(/[.!?,;]+$/, '');
}

const longest = 600;
const shortest = 15;
const most = 10;
