import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { fullResult, resultOf } from '../samples';

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const schema = join(__dirname, '../../../../reports/result/result.schema.json');
const isResult = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
const asRead = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the schema of the result', () => {
  test('is kept by a result with all that a result can have', () => {
    isResult(asRead(fullResult));

    expect(isResult.errors).toBeNull();
  });

  test('is kept by a result without any check', () => {
    expect(isResult(asRead(resultOf([])))).toBe(true);
  });

  test.each([
    ['another version', { schema: 'smtp-auth-harness/result/1' }],
    ['a field that nobody knows', { extra: 1 }],
    ['a verdict that is none', { checks: [{ ...fullResult.checks[0], verdict: 'fine' }] }],
    ['a field of a check that nobody knows', { checks: [{ ...fullResult.checks[0], extra: 1 }] }],
    ['a count that is missing', { summary: { held: 1 } }],
  ])('is not kept by %s', (_, changes) => {
    expect(isResult(asRead({ ...fullResult, ...changes }))).toBe(false);
  });
});
