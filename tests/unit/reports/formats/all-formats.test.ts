import { allFormats } from '../../../../reports/written/all-formats';
import { fullResult, resultOf } from '../samples';

describe.each(allFormats.map((format) => [format.id, format] as const))('the format %s', (_, { render }) => {
  test('is made from the result alone: twice the same', () => {
    expect(render(fullResult)).toEqual(render(JSON.parse(JSON.stringify(fullResult))));
  });

  test('changes nothing in the result', () => {
    const copy = structuredClone(fullResult);

    render(fullResult);

    expect(fullResult).toEqual(copy);
  });

  test('is made of a result without any check', () => {
    expect(String(render(resultOf([])))).not.toBe('');
  });

  test('names every check that failed, and says why the accepted ones are', () => {
    const text = String(render(fullResult));

    for (const name of ['outside-anonymous-foreign', 'parked-list', 'it is meant so']) expect(text).toContain(name);
  });
});
