import fc from 'fast-check';
import { Buffer as PageBuffer } from '../../../helpers/page/worker/buffer';

// What Node says is right.

const someBytes = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
);

test.each(['utf8', 'latin1', 'base64'] as const)('bytes become text as in Node: %s', (encoding) => {
  fc.assert(
    fc.property(someBytes, fc.nat(20), fc.nat(120), (bytes, start, end) => {
      expect(PageBuffer.from(bytes).toString(encoding, start, end)).toBe(
        Buffer.from(bytes).toString(encoding, start, end),
      );
    }),
  );
});

test('text becomes bytes as in Node', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...PageBuffer.from(text)]).toEqual([...Buffer.from(text)]);
      expect([...PageBuffer.from(text, 'latin1')]).toEqual([...Buffer.from(text, 'latin1')]);
    }),
  );
});

test('a text longer than what a function takes as arguments is one all the same', () => {
  const bytes = new Uint8Array(300_000).fill(0xe4);

  expect(PageBuffer.from(bytes).toString('latin1')).toBe('ä'.repeat(300_000));
});

test('bytes of a buffer are shared and not copied, as those of a part are', () => {
  const { buffer } = Uint8Array.of(1, 2, 3, 4);
  const middle = PageBuffer.from(buffer, 1, 2);
  new Uint8Array(buffer)[1] = 65;

  expect(middle.toString()).toBe('A\u0003');
  expect(middle.subarray(1).toString()).toBe('\u0003');
});

test('parts are joined, and what is written fits or is cut', () => {
  const room = PageBuffer.alloc(3);

  expect(PageBuffer.concat([Uint8Array.of(65), Uint8Array.of(66, 67)]).toString()).toBe('ABC');
  expect(room.write('xyz!', 'latin1')).toBe(3);
  expect(room.toString()).toBe('xyz');
});
