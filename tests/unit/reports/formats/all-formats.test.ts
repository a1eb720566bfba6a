import { randomBytes } from 'node:crypto';
import type { ResultFile } from '../../../../helpers/model/result';
import { allFormats } from '../../../../reports/written/all-formats';
import { check, fullEvidence, fullResult, resultOf } from '../samples';

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

  test('has nothing of a password that is masked in the result', () => {
    const password = `p${randomBytes(8).toString('hex')}`;
    const text = String(render(masked(password)));

    for (const form of formsOf(password)) expect(text).not.toContain(form);
  });
});

test('a search for a password finds it in every form in which it could be written', () => {
  const forms = formsOf('s3cret+pass');

  expect(forms).toEqual(expect.arrayContaining(['s3cret+pass', 's3cret%2Bpass', '7333637265742b70617373']));
  for (const user of ['al', 'ali', 'alic']) {
    const payload = Buffer.from(`\0${user}\0s3cret+pass`).toString('base64');
    expect(forms.filter((form) => payload.includes(form))).not.toEqual([]);
  }
});

/** A result of checks that logged in with the password, as the session masks them: nothing but the mask is in it. */
function masked(password: string): ResultFile {
  const plain = Buffer.from(`\0alice\0${password}`).toString('base64');
  const said = `AUTH PLAIN ${plain}`.replace(plain, '<secret>');
  const transcripts = fullEvidence.transcripts.map((one) => ({
    ...one,
    entries: [{ atMs: 0, from: 'client' as const, text: said, tls: true }],
  }));
  return resultOf([check('failed', { evidence: { ...fullEvidence, transcripts } })]);
}

/** In clear, URL, hex and base64; the last at each of the three places at which it can begin within what is encoded. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice([0, 2, 3][before], encoded.length - 1);
  });
  return [
    secret,
    encodeURIComponent(secret),
    hex,
    hex.toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    ...base64,
  ];
}
