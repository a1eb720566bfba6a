import { type CheckResult, noServer, type ResultFile } from '../../../../helpers/model/result';
import { keepsWhatItTakes } from '../../../../helpers/model/sink-reason';
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
  [
    'It is a sink: it takes mail for anybody and passes on none. Nothing is known to be broken, but 1 check of 2 could not tell.',
    [check('held'), check('could-not-tell', { reason: `what is taken is passed on: ${keepsWhatItTakes}` })],
    {},
  ],
  [
    'All 2 checks held, with a warning: trusted by address: 172.17.0.1.',
    [check('held'), check('held', { warning: 'trusted by address: 172.17.0.1' })],
    {},
  ],
  [
    'This is no pass: nobody could ask whether it is an open relay (why it is not-applicable).',
    [check('held', { suite: 'announcement' }), check('not-applicable')],
    {},
  ],
  [
    'There is no verdict: no server could be asked.',
    [check('not-applicable', { reason: noServer }), check('could-not-tell', { suite: 'harness' })],
    {},
  ],
  ['Nothing was proved: no check held.', [check('not-applicable')], {}],
  [
    'The run broke off: what it did not ask is not known.',
    [check('held'), check('could-not-tell', { suite: 'harness', id: 'harness/run' })],
    {},
  ],
])('%s', (sentence, checks, changes) => {
  expect(verdictSentence(resultOf(checks, changes))).toBe(sentence);
});
