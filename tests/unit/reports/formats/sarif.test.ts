import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { format } from '../../../../reports/formats/sarif';
import { check, fullResult, resultOf } from '../samples';

// The schema has a pattern that is none with the flag u.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv as never);
const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

const sarifOf = (...args: Parameters<typeof resultOf>) => JSON.parse(String(format.render(resultOf(...args)))).runs[0];

describe('SARIF', () => {
  test.each([
    ['with all that a result can have', fullResult],
    ['without checks', resultOf([])],
    [
      'of an image with a name that no URI has',
      resultOf([check('failed')], { target: { ...fullResult.target, image: 'a b:1%' } }),
    ],
  ])('of a result %s is as the schema of 2.1.0 wants it', (_, result) => {
    isSarif(JSON.parse(String(format.render(result))));

    expect(isSarif.errors).toBeNull();
  });

  test('has an alert for each check that failed, with its repair, and a rule that says why it matters', () => {
    const [run] = JSON.parse(String(format.render(fullResult))).runs;

    expect(run.results[0]).toMatchObject({
      ruleId: 'open-relay/outside-anonymous-foreign',
      level: 'error',
      message: {
        text: expect.stringContaining("Repair: Name the networks that you trust.\n  postconf -e 'mynetworks"),
      },
    });
    expect(run.tool.driver.rules[0].help.text).toMatch(/^A server that relays for strangers is found within hours\./);
  });

  test('points at the profile where there is one', () => {
    const { target } = fullResult;
    const { results } = sarifOf([check('failed')], { target: { ...target, definedIn: 'ci/mail server.yaml' } });

    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('ci/mail%20server.yaml');
  });

  test('suppresses what the profile accepts, with the reason', () => {
    const { results } = sarifOf([check('accepted')]);

    expect(results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'it is meant so' },
    ]);
  });

  test('has no alert for what held, did not apply or could not be told, and a remark on the last', () => {
    const run = sarifOf([check('held'), check('not-applicable'), check('could-not-tell')]);

    expect(run.results).toEqual([]);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
  });

  test('knows an alert again in the next run, whatever was said in it', () => {
    const [first, second] = ['saw 250 A1', 'saw 250 B2'].map(
      (reason) => sarifOf([check('failed', { reason })]).results[0],
    );

    expect(first.partialFingerprints).toEqual(second.partialFingerprints);
  });
});
