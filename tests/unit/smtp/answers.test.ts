import type { Answer } from '../../../helpers/model/answer';
import { hasCode, inWords, isOfClass } from '../../../helpers/smtp/answers';

const denied: Answer = { kind: 'reply', code: 554, enhanced: '5.7.1', lines: ['5.7.1 Relay access denied'] };
const silence: Answer = { kind: 'silence', afterMs: 300, partial: '' };

test('A reply has one code and belongs to one class', () => {
  expect([hasCode(denied, 554), hasCode(denied, 550)]).toEqual([true, false]);
  expect([isOfClass(denied, 5), isOfClass(denied, 4)]).toEqual([true, false]);
});

test('What is no reply has neither', () => {
  expect([hasCode(silence, 554), isOfClass(silence, 5)]).toEqual([false, false]);
});

test.each<[string, Answer]>([
  ['554 5.7.1 Relay access denied', denied],
  ['250 a / b', { kind: 'reply', code: 250, enhanced: undefined, lines: ['a', 'b'] }],
  ['334', { kind: 'reply', code: 334, enhanced: undefined, lines: [''] }],
  ['silence for 300 ms', silence],
  ['silence for 300 ms after an unfinished "250-a"', { kind: 'silence', afterMs: 300, partial: '250-a' }],
  ['end of file after 1100 ms (closed by the server)', closed('end-of-file')],
  ['connection reset after 1100 ms (closed by the server)', closed('reset')],
  ['garbage, no code: "hello"', { kind: 'garbage', text: 'hello', problem: 'no code' }],
])('In words: %s', (words, answer) => {
  expect(inWords(answer)).toBe(words);
});

function closed(how: 'end-of-file' | 'reset'): Answer {
  return { kind: 'closed', how, afterMs: 1100, detail: 'closed by the server' };
}
