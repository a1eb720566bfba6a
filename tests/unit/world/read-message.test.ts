import { Readable } from 'node:stream';
import { readMessage, splitMessage } from '../../../helpers/world/read-message';

const header = (...fields: [name: string, value: string][]) => fields.map(([name, value]) => ({ name, value }));

test.each([
  ['a header and a body', 'A: 1\r\nB: 2\r\n\r\nbody\r\n', header(['A', '1'], ['B', '2']), 'body\r\n'],
  [
    'names as they were written, in their order',
    'b: 1\r\nA: 2\r\nb: 3\r\n\r\n',
    header(['b', '1'], ['A', '2'], ['b', '3']),
    '',
  ],
  ['folded fields as one line', 'A: 1\r\n\t2\r\n  3\r\n\r\nbody', header(['A', '1\t2  3']), 'body'],
  ['an empty field', 'A:\r\nB: 2\r\n\r\n', header(['A', ''], ['B', '2']), ''],
  ['a colon in a value', 'A: b: c\r\n\r\n', header(['A', 'b: c']), ''],
  ['a header without a body', 'A: 1\r\n', header(['A', '1']), ''],
  ['a body that begins with an empty line', 'A: 1\r\n\r\n\r\nbody', header(['A', '1']), '\r\nbody'],
  ['a body that looks like a header', 'A: 1\r\n\r\nB: 2\r\n', header(['A', '1']), 'B: 2\r\n'],
  ['a body without a header', '\r\nbody\r\n', [], 'body\r\n'],
  ['text that is no header', 'no header here\r\n', [], 'no header here\r\n'],
  ['nothing', '', [], ''],
])('a message is split: %s', (_what, text, headers, body) => {
  expect(splitMessage(text)).toEqual({ headers, body });
});

test('every byte of a body is one character', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

  const { body } = await readMessage(Readable.from([Buffer.from('A: 1\r\n\r\n'), bytes]), 1000);

  expect(Buffer.from(body, 'latin1')).toEqual(bytes);
});

test('what is longer than is kept says so at its end', async () => {
  const chunks = ['A: 1\r\n\r\n', '1234567890', '1234567890', '1234567890'].map((text) => Buffer.from(text));

  const { body } = await readMessage(Readable.from(chunks), 20);

  expect(body).toBe('123456789012\r\n[the sink keeps 20 bytes of a message; 18 more came]\r\n');
});
