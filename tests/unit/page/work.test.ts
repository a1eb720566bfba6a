import { gzipSync } from 'node:zlib';
import type { Answer, GivenInput, Order } from '../../../helpers/page/messages';
import { work } from '../../../helpers/page/worker/work';
import { caseModes } from '../diagnosis/sample-modes';

// The page's worker, but for the browser around it: tests/browser/ has that.

const line =
  'Nov 24 10:00:00 mail postfix/smtpd[1]: warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory\n';
const input = (name: string, content: string | Uint8Array<ArrayBuffer>): GivenInput => ({
  name,
  content: new Blob([content]),
});

/** Gives inputs to a worker and waits for the diagnosis; `onProgress` may give further orders. */
function answered(inputs: readonly GivenInput[], onProgress: (order: (data: Order) => void) => void = () => undefined) {
  return new Promise<Extract<Answer, { kind: 'done' | 'failed' }>>((resolve) => {
    const scope = {
      onmessage: (_event: { readonly data: Order }): void => undefined,
      postMessage: (answer: Answer) => {
        if (answer.kind === 'progress') onProgress((data) => scope.onmessage({ data }));
        else resolve(answer);
      },
    };
    work(caseModes, { name: 't', version: '1' }, scope);
    scope.onmessage({ data: { kind: 'diagnose', inputs } });
  });
}

async function diagnosed(...given: Parameters<typeof answered>) {
  const answer = await answered(...given);
  if (answer.kind === 'failed') throw new Error(answer.words);
  const { findings, inputs } = JSON.parse(answer.json);
  return { ...answer, found: findings.map(({ id }: { id: string }) => id), inputs };
}

test.each([
  ['as it is', new Uint8Array(Buffer.from(line))],
  ['packed', new Uint8Array(gzipSync(line))],
  ['as UTF-16', new Uint8Array(Buffer.from(`\ufeff${line}`, 'utf16le'))],
])('a log is judged: %s', async (_, content) => {
  const { found, words, markup, text } = await diagnosed([input('mail.log', content)]);

  expect(found).toEqual(['saslauthd/not-running']);
  expect(words).toBe('1 certain');
  expect(markup).toContain('data-mode="saslauthd/not-running"');
  expect(text).toContain('mail.log:1: Nov 24 10:00:00 mail');
});

test('a packed log that breaks off is read as far as it goes', async () => {
  const packed = gzipSync(line.repeat(20_000));
  const { found, inputs } = await diagnosed([
    input('mail.log.gz', new Uint8Array(packed.subarray(0, packed.length - 9))),
  ]);

  expect(found).toEqual(['saslauthd/not-running']);
  // In the words of Node: a browser's own are those of the page.
  expect(inputs[0].problem).toBe('unexpected end of file');
});

test('who stops it gets a diagnosis of what has been read, which says how much that was', async () => {
  const inputs = [input('long.log', line.repeat(30_000)), input('main.cf', 'myhostname = mail.example.test\n')];
  const stopped = await diagnosed(inputs, (order) => order({ kind: 'stop' }));

  expect(stopped.found).toEqual(['saslauthd/not-running']);
  expect(stopped.inputs[0].problem).toMatch(/^stopped: \d\d? % of it were read$/);
  expect(stopped.inputs[1].problem).toBeUndefined();
});

test('what can not be read is said, and the rest is judged', async () => {
  const gone = new Blob([line]);
  gone.slice = () => {
    throw Object.assign(new Error('x'), { name: 'NotFoundError' });
  };
  const { found, inputs } = await diagnosed([{ name: 'a folder', content: gone }, input('mail.log', line)]);

  expect(found).toEqual(['saslauthd/not-running']);
  expect(inputs[0]).toMatchObject({
    name: 'a folder',
    read: false,
    problem: expect.stringContaining('if it is a folder'),
  });
});
