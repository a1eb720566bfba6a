import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const helpers = join(__dirname, '../../../helpers');

/** Classes whose objects a user of the library has in hand, and the interface of the matchers. */
const surface = [
  'library/mail-server-container.ts',
  'library/started-mail-server.ts',
  'library/matchers.ts',
  'smtp/wire-dialogue.ts',
  'smtp/wire-session.ts',
  'world/sink.ts',
  'world/dns-server.ts',
];

// A member that is public: two spaces deep, neither private (#) nor the body of something.
const member =
  /^ {2}(?!(?:private|return|super|const|if|for|throw|\}|\/|\*|#|readonly #))(?:static |async |get |readonly )*(\[?[\w.]+\]?)(?=[(:<]|;| =)/gm;

describe.each(surface)('%s', (file) => {
  const text = bodiesIn(readFileSync(join(helpers, file), 'utf8'));
  const members = [...text.matchAll(member)].map(({ 1: name = '', index }) => ({
    name,
    comment: commentBefore(index),
  }));

  test.each(members)('$name is described, with an example', ({ comment }) => {
    expect(comment).toMatch(/@internal|@example\n +\* \S/);
  });

  test('members are found', () => {
    expect(members.length).toBeGreaterThan(2);
  });

  function commentBefore(index: number): string {
    const before = text.slice(0, index);
    return before.endsWith('*/\n') ? before.slice(before.lastIndexOf('/**')) : '';
  }
});

/** The exported classes and the interface of the matchers, without what stands around them. */
function bodiesIn(text: string): string {
  return [...text.matchAll(/^export (?:class \w+|interface MailMatchers)[^{]*\{\n(.*?)^\}/gms)]
    .map(([, body]) => body)
    .join('\n');
}

test('what the index exports of a class is described, too', () => {
  for (const file of surface) {
    expect(readFileSync(join(helpers, file), 'utf8')).toMatch(/\*\/\nexport (class|interface)/);
  }
});
