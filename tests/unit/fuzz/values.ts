import fc from 'fast-check';

/** Any bytes. */
export const bytes = fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array));

/** Text of these pieces in any order, and of anything else in between. */
export function textOf(pieces: readonly string[], maxLength = 30): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom('"', "'", '\\', '{', '}', '[', ']', '<', '>', '=', ':', ' ', '\t', '\0') },
  );
  return fc.array(piece, { maxLength }).map((all) => all.join(''));
}

/** A long text in which something occurs over and over: what makes a careless pattern slow. */
export function longTextOf(pieces: readonly string[], maxLength = 64 * 1024): fc.Arbitrary<string> {
  return fc.tuple(textOf(pieces, 3), textOf(pieces, 4), textOf(pieces, 3)).map(([before, repeated, after]) => {
    const times = Math.floor((maxLength - before.length - after.length) / Math.max(repeated.length, 1));
    return `${before}${repeated.repeat(times)}${after}`;
  });
}

/** The same bytes in pieces, cut anywhere. */
export function cut(whole: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((a, b) => a - b);
  return [...ends, whole.length].map((end, index) => whole.subarray(ends[index - 1] ?? 0, end));
}

/** Where to cut. */
export const places = fc.array(fc.nat(), { maxLength: 12 });

/** One line of printable ASCII without blanks at its ends, as the text of a reply is. */
export const replyText = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => text.trim());

/** A password: of anything but control characters, and long enough to be told from other words. */
export const password = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'aB3$\\"\'<>&;:, =/+%é密🔑'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 6,
    maxLength: 24,
  })
  .map((text) =>
    text
      .replace(/\p{Cc}/gu, 'x')
      .trim()
      .padEnd(6, '7'),
  );
