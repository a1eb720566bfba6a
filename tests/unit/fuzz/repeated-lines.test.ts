import fc from 'fast-check';
import { isCode } from '../../../helpers/diagnosis/log/shape';
import { RepeatedTexts } from '../../../helpers/diagnosis/repeated-texts';
import { Skeletons } from '../../../helpers/diagnosis/skeletons';
import { always } from './property';

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What `Skeletons` does on bytes, in one expression. */
const skeletonOf = (message: string) =>
  message.replace(/[\w.:-]*\d[\w.:-]*/g, (word) => (isCode(word) ? word : '\u{10ffff}'));

const message = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['warning: ', 'odd', ' ', ' ', '[', ']', ':', '-', '.', '5', '550', '5.1.1', '250', 'x1', 'é', 'é7'],
      ),
      fc.stringMatching(/^[a-z0-9.:\x20-]{1,12}$/),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

always(
  'Messages are taken for alike exactly when their numbers, and the words with numbers, make all the difference',
  [fc.array(fc.tuple(message, fc.nat({ max: 9 })), { minLength: 1, maxLength: 8 })],
  (given) => {
    const skeletons = new Skeletons<string>(1000);
    const messages = given.flatMap(([text, digit]) => [text, text.replace(/\d/g, String(digit)), text]);
    const found = messages.map((text) => {
      const bytes = new TextEncoder().encode(text);
      const known = skeletons.find(bytes, viewOf(bytes), 0, bytes.length);
      if (known === undefined) skeletons.keep(skeletonOf(text));
      return known ?? skeletonOf(text);
    });

    expect(found).toEqual(messages.map(skeletonOf));
    expect(new Set(found).size).toBe(new Set(messages.map(skeletonOf)).size);
  },
);

always(
  'What is remembered of a text was found out of that text, however many others there are',
  [fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 400 })],
  (given) => {
    const repeated = new RepeatedTexts<string>(16);
    for (const [number, kind] of given) {
      const text = `${'x'.repeat(number % 7)} warning: ${number}`;
      const bytes = new TextEncoder().encode(text);
      const known = repeated.get(viewOf(bytes), 0, bytes.length, kind);
      if (known === undefined) repeated.put(bytes, 0, bytes.length, kind, `${kind} ${text}`);
      else expect(known).toBe(`${kind} ${text}`);
    }
  },
);

test('a text is known from its third time on; after many that are not, the next that comes again is found soon', () => {
  const repeated = new RepeatedTexts<number>(1 << 10);
  const isKnown = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const known = repeated.get(viewOf(bytes), 0, bytes.length, 0) !== undefined;
    if (!known) repeated.put(bytes, 0, bytes.length, 0, 1);
    return known;
  };

  expect(['a', 'a', 'a', 'a'].map(isKnown)).toEqual([false, false, true, true]);
  for (let number = 0; number < 1000; number++) expect(isKnown(`number ${number}`)).toBe(false);
  const known = Array.from({ length: 100 }, () => isKnown('again'));
  expect(known.indexOf(true)).toBeLessThan(50);
  expect(known.slice(-20)).toEqual(Array.from({ length: 20 }, () => true));
});
