import {
  control,
  expectRefusal,
  expectReply,
  expectThat,
  fromLog,
  judge,
  unseen,
  warning,
} from '../../../../helpers/checks/shared/findings';
import type { Answer } from '../../../../helpers/model/answer';

const reply = (code: number, enhanced?: string): Answer => ({ kind: 'reply', code, enhanced, lines: ['text'] });
const silence: Answer = { kind: 'silence', afterMs: 10_000, partial: '' };
const ok = expectThat(true, 'a', 'a');
const wrong = expectThat(false, 'a', 'b');

test('all that was expected was seen: held', () => {
  expect(judge([control(ok), ok])).toEqual({ kind: 'held' });
});

test('one thing is otherwise: failed, with what was expected and what was seen', () => {
  expect(judge([ok, wrong])).toEqual({ kind: 'failed', reason: 'expected a; saw b' });
});

test('a control that failed leaves no answer, whatever else was seen', () => {
  expect(judge([control(wrong), wrong])).toMatchObject({ kind: 'could-not-tell' });
  expect(judge([control(wrong), ok])).toMatchObject({ kind: 'could-not-tell' });
});

test('nothing asked is no answer: not even a control alone holds', () => {
  expect(judge([])).toMatchObject({ kind: 'could-not-tell' });
  expect(judge([control(ok)])).toMatchObject({ kind: 'could-not-tell' });
});

test.each([
  [reply(454, '4.7.1'), true],
  [reply(554, '5.7.1'), true],
  [reply(554, '5.7.25'), false],
  [reply(250, '2.1.5'), false],
  [silence, false],
])('expects one of several replies: %j → %s', (answer, expected) => {
  const finding = expectReply('RCPT', answer, { code: 454, enhanced: '4.7.1' }, { code: 554, enhanced: '5.7.1' });

  expect(finding.ok).toBe(expected);
});

test('silence is no refusal, nor is a closed connection', () => {
  expect(expectRefusal('RCPT', silence).ok).toBe(false);
  expect(expectRefusal('RCPT', { kind: 'closed', how: 'end-of-file', afterMs: 1, detail: '' }).ok).toBe(false);
  expect(expectRefusal('RCPT', reply(450)).ok).toBe(true);
});

test('what nobody said to be wrong is a warning, and one that is wrong for sure fails', () => {
  const taken = expectThat(false, 'a refusal', '250 2.1.5 Ok');

  expect(judge([warning(taken, 'trusted by address: 172.17.0.1')])).toEqual({
    kind: 'held',
    warning: 'trusted by address: 172.17.0.1',
    reason: 'expected a refusal; saw 250 2.1.5 Ok',
  });
  expect(judge([warning(taken, 'trusted'), taken]).kind).toBe('failed');
  expect(judge([warning(expectThat(true, 'a refusal', '554'), 'trusted')])).toEqual({ kind: 'held' });
});

describe('what could not be seen', () => {
  const wrong = expectThat(false, 'a', 'b');
  const right = expectThat(true, 'c', 'c');

  test('leaves no answer', () => {
    expect(judge([unseen(wrong), right])).toEqual({ kind: 'could-not-tell', reason: 'expected a; saw b' });
  });

  test('hides nothing that was seen to be wrong', () => {
    expect(judge([unseen(wrong), expectThat(false, 'no relay', 'a message')])).toMatchObject({ kind: 'failed' });
  });

  test('is no warning, though a warning is about it', () => {
    expect(judge([warning(unseen(wrong), 'trusted by address'), right])).toMatchObject({ kind: 'could-not-tell' });
  });

  test('is what a log would have said in which nothing stands', () => {
    expect(judge([fromLog([], wrong), right])).toMatchObject({
      kind: 'could-not-tell',
      reason: expect.stringContaining('nothing at all was logged'),
    });
    expect(judge([fromLog(['connect from unknown'], wrong), right])).toMatchObject({ kind: 'failed' });
  });
});
