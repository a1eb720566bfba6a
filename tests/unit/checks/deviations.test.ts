import { withDeviations } from '../../../helpers/checks/deviations';
import type { CheckResult } from '../../../helpers/model/result';

const result = (verdict: CheckResult['verdict'], reason?: string): CheckResult => ({
  id: 'open-relay/form-bang',
  suite: 'open-relay',
  title: 'relays nothing from <x@[IP]> to <X!x>',
  level: 'must',
  reference: 'RFC 5321 section 7.9',
  rows: [],
  verdict,
  ...(reason !== undefined && { reason }),
  durationMs: 1,
  evidence: { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] },
});

const accept = [{ check: 'open-relay/form-bang', reason: 'this is a UUCP gateway' }];

test('a failure that a profile accepts is accepted, and says why and what was seen', () => {
  expect(withDeviations(result('failed', 'expected a refusal; saw 250'), accept)).toMatchObject({
    verdict: 'accepted',
    acceptedBecause: 'this is a UUCP gateway',
    reason: 'expected a refusal; saw 250',
  });
});

test('one that does not come about is to be taken out of the profile', () => {
  expect(withDeviations(result('held'), accept)).toMatchObject({
    verdict: 'held',
    reason: expect.stringContaining('take it out of `accept`'),
  });
});

test('what could not be told is not made better by being accepted', () => {
  expect(withDeviations(result('could-not-tell', 'no session'), accept)).toEqual(
    result('could-not-tell', 'no session'),
  );
});

test('other checks are as they are', () => {
  expect(withDeviations(result('failed', 'x'), [{ check: 'open-relay/form-quoted', reason: 'y' }])).toEqual(
    result('failed', 'x'),
  );
});
