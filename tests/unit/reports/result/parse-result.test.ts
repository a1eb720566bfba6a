import { parseResult } from '../../../../reports/result/parse-result';
import { check, resultOf } from '../samples';

describe('the text of a result file', () => {
  test('is read where this version wrote it', () => {
    const result = resultOf([check('held')]);

    expect(parseResult(JSON.stringify(result), 'result.json')).toEqual(result);
  });

  test('is refused by its schema where another version wrote it', () => {
    const old = JSON.stringify({ ...resultOf([]), schema: 'smtp-auth-harness/result/1' });

    expect(() => parseResult(old, 'old.json')).toThrow(
      'old.json was written by another version of smtp-auth-harness: it is smtp-auth-harness/result/1, and this version ' +
        'reads smtp-auth-harness/result/2\n  → run verify again',
    );
  });

  test.each(['', 'null', '[]', '{"schema":1}', '{"schema":"smtp-auth-harness/matrix/2"}', '<xml/>'])(
    'is refused where it is something else: %s',
    (text) => {
      expect(() => parseResult(text, 'x.json')).toThrow('x.json is no result of smtp-auth-harness\n  → give');
    },
  );
});
