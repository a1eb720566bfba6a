import {
  allFilteredLines,
  diesAtStartLines,
  firstMissing,
  noneInstalledLines,
} from '../../../helpers/checks/no-mechanisms/signs';
import { isThrottled, messages, noMechanismsCause } from '../../../helpers/maillog/no-mechanisms';
import { fixture } from './fixture';

const captures = [
  ['none-installed', noneInstalledLines],
  ['all-filtered', allFilteredLines],
  ['dies-at-start', diesAtStartLines],
] as const;

describe.each(captures)('Postfix 2.10.1, %s', (cause, lines) => {
  const log = fixture(`${cause}-2.10.1.log`);

  test('is named by its log', () => {
    expect(noMechanismsCause(log)).toBe(cause);
  });

  test('has its lines in their order', () => {
    expect(firstMissing(messages(log), lines)).toBeUndefined();
  });

  test('ends in throttling', () => {
    expect(isThrottled(log)).toBe(true);
  });

  test.each(captures.filter(([other]) => other !== cause))('does not pass for %s', (_other, othersLines) => {
    expect(firstMissing(messages(log), othersLines)).toBeDefined();
  });
});

test('the order of the lines counts', () => {
  const log = [...messages(fixture('all-filtered-2.10.1.log'))].reverse();

  expect(firstMissing(log, allFilteredLines)).toBeDefined();
});

test('the last cause is the one that holds: a server may have been broken otherwise before', () => {
  const log = [...fixture('none-installed-2.10.1.log'), ...fixture('all-filtered-2.10.1.log')];

  expect(noMechanismsCause(log)).toBe('all-filtered');
});

test('a healthy log names no cause', () => {
  expect(noMechanismsCause(fixture('relayed-2.10.1.log'))).toBeUndefined();
  expect(isThrottled(fixture('relayed-2.10.1.log'))).toBe(false);
});
