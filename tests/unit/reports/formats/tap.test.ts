import { type FinalResults, Parser, type Result } from 'tap-parser';
import type { ResultFile } from '../../../../helpers/model/result';
import { format } from '../../../../reports/formats/tap';
import { causeOf, check, fullEvidence, fullResult, resultOf } from '../samples';

/** Reads it with the parser of node-tap: its points, and what the parser made nothing of. */
function read(result: ResultFile) {
  const points: Result[] = [];
  const extra: string[] = [];
  let final: FinalResults | undefined;
  const parser = new Parser({ strict: true }, (results) => {
    final = results;
  });
  parser.on('extra', (text) => extra.push(text));
  parser.on('child', (child) => {
    child.on('assert', (point: Result) => points.push(point));
    child.on('extra', (text: string) => extra.push(text));
  });
  parser.end(String(format.render(result)));
  return { points, extra, final };
}

describe('TAP 14', () => {
  test('has a subtest for each suite and a point for each check, and nothing that a parser does not know', () => {
    const { points, extra, final } = read(fullResult);

    expect(extra).toEqual([]);
    expect(points).toHaveLength(6);
    expect(final).toMatchObject({ ok: false, count: 2, fail: 2 });
  });

  test('is whole where all is well', () => {
    const { extra, final } = read(resultOf([check('held'), check('not-applicable'), check('accepted')]));

    expect({ extra, final }).toMatchObject({ extra: [], final: { ok: true, count: 1, failures: [] } });
  });

  test('skips what does not apply, and knows what is accepted as a failure that is expected', () => {
    const { points } = read(resultOf([check('not-applicable'), check('accepted')]));

    expect(points).toMatchObject([
      { ok: true, skip: 'why it is not-applicable' },
      { ok: false, todo: 'accepted: it is meant so; why it is accepted' },
    ]);
  });

  test('says of a failure the reason, the cause and what was seen', () => {
    const failed = check('failed', { evidence: fullEvidence });
    const [point] = read(resultOf([failed], { failureModes: [causeOf([failed.id])] })).points;

    expect(point?.diag).toMatchObject({
      message: 'why it is failed',
      cause: expect.arrayContaining(['Repair: Name the networks that you trust.']),
      evidence: expect.arrayContaining(['outside → 25']),
    });
  });

  test('lets nothing that a server says end a point or its details', () => {
    const hostile = 'a # SKIP b\n  ...\nok 99 - forged\nBail out! \u001b[31m \\# TODO';
    const { points, extra, final } = read(resultOf([check('failed', { title: hostile, reason: hostile })]));

    expect({ extra, count: points.length, bailout: final?.bailout }).toEqual({ extra: [], count: 1, bailout: false });
    expect(points[0]).toMatchObject({ ok: false, skip: false, todo: false, diag: { message: hostile } });
  });
});
