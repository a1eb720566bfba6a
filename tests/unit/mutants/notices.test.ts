import type { Notice } from '../../mutants/mutant';
import { checksOf, objection } from '../../mutants/notices';

const notice: Notice = { checks: /^dns\/spamcop\.net-listed$/, expected: 'RCPT: 554 5.7.1', saw: '250 2.1.5' };
const reason = 'expected RCPT: 554 5.7.1; saw 250 2.1.5 Ok\nexpected blocked using spamcop.net; saw 2.1.5 Ok';

test('a check that fails for the reason of the notice proves the mutant', () => {
  expect(objection(notice, { id: 'x', level: 'must', verdict: 'failed', reason })).toBeUndefined();
});

test('one that fails for another reason does not, and the message has both', () => {
  const closed = 'expected RCPT: 554 5.7.1; saw end of file after 12 ms (closed by the server)';

  expect(objection(notice, { id: 'x', level: 'must', verdict: 'failed', reason: closed })).toBe(
    `x notices, but not because it expected RCPT: 554 5.7.1 and saw 250 2.1.5:\n${closed}`,
  );
});

test('what was expected and what was seen have to stand in the same finding', () => {
  const crossed = 'expected RCPT: 554 5.7.1; saw silence\nexpected MAIL: 250; saw 250 2.1.5 Ok';

  expect(objection(notice, { id: 'x', level: 'must', verdict: 'failed', reason: crossed })).toContain(
    'but not because',
  );
});

test.each(['held', 'not-applicable', 'could-not-tell'] as const)('a check that is %s proves nothing', (verdict) => {
  expect(objection(notice, { id: 'x', level: 'must', verdict, reason })).toBe(`x ${verdict}: ${reason}`);
});

test('a finding that goes over several lines is one', () => {
  const listing = 'expected the line "alice"; saw bob\ncarol\n\nexpected a; saw b';

  expect(
    objection(
      { ...notice, expected: 'the line', saw: /^bob\ncarol/ },
      { id: 'x', level: 'must', verdict: 'failed', reason: listing },
    ),
  ).toBe(undefined);
});

test('a pattern that matches no check has none', () => {
  const checks = [{ id: 'dns/spamcop.net-listed' }, { id: 'dns/spamcop.net-nxdomain' }];

  expect(checksOf(notice, checks).map(({ id }) => id)).toEqual(['dns/spamcop.net-listed']);
  expect(checksOf({ ...notice, checks: /^dns\/spamcop-listed$/ }, checks)).toEqual([]);
});
