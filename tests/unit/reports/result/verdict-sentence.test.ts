import type { CheckResult, ResultFile } from '../../../../helpers/model/result';
import { verdictSentence } from '../../../../reports/result/verdict-sentence';
import { causeOf, check, resultOf } from '../samples';

const failed = ['a/1', 'a/2', 'a/3'].map((id) => check('failed', { id }));
const explained = (...causes: readonly (readonly string[])[]): Partial<ResultFile> => ({
  failureModes: causes.map((ids) => causeOf(ids)),
});

test.each<[string, readonly CheckResult[], Partial<ResultFile>]>([
  ['All 2 checks held.', [check('held'), check('held'), check('not-applicable')], {}],
  ['1 of 2 checks held; 1 failed as the profile accepts.', [check('held'), check('accepted')], {}],
  ['3 of 4 checks failed; no cause was found.', [...failed, check('held')], {}],
  ['3 of 3 checks failed: mynetworks contains every address.', failed, explained(['a/1', 'a/2', 'a/3'])],
  [
    '3 of 3 checks failed: mynetworks contains every address; 1 of them not explained.',
    failed,
    explained(['a/1', 'a/2']),
  ],
  [
    '3 of 3 checks failed: mynetworks contains every address; and 1 more cause.',
    failed,
    explained(['a/1', 'a/2'], ['a/3']),
  ],
  ['Nothing is known to be broken, but 1 check of 2 could not tell.', [check('held'), check('could-not-tell')], {}],
  ['Nothing was proved: no check held.', [check('not-applicable')], {}],
  [
    'The run broke off: what it did not ask is not known.',
    [check('held'), check('could-not-tell', { suite: 'harness', id: 'harness/run' })],
    {},
  ],
])('%s', (sentence, checks, changes) => {
  expect(verdictSentence(resultOf(checks, changes))).toBe(sentence);
});
