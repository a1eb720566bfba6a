import { type Clues, causesOf } from '../../../helpers/causes/causes-of';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { Finding } from '../../../helpers/model/diagnosis';
import { check, noEvidence } from '../reports/samples';

/** A finding of the catalogue as the diagnosis hands it over. */
function found(id: string, changes: Partial<Finding> = {}): Finding {
  const mode = catalogue.find((one) => one.id === id);
  if (!mode) throw new Error(`the catalogue has no ${id}`);
  const facts = [{ words: 'a setting is so', places: [] }];
  return {
    mode,
    confidence: 'certain',
    lines: 0,
    first: undefined,
    last: undefined,
    evidence: [],
    facts,
    rivals: [],
    undecided: [],
    ...changes,
  };
}

function failed(id: string, reason: string, logLines: readonly string[] = []) {
  return check('failed', { id, suite: id.split('/')[0] ?? id, reason, evidence: { ...noEvidence, logLines } });
}

const relays = (id: string, logLines: readonly string[] = []) =>
  failed(id, 'expected nothing reaches the sink; saw a message to x@elsewhere.example', logLines);
const refusedLogin = failed('authenticated-relay/plain-on-587', 'expected AUTH: 235 2.7.0; saw 535 5.7.8 Error');

const onServer = (...findings: readonly Finding[]): Clues => ({ findings, ofCheck: new Map() });
const explainedBy = (checks: Parameters<typeof causesOf>[0], clues: Clues) =>
  causesOf(checks, clues).map(({ id, explains }) => [id, ...explains]);

const everybody = found('open-relay/mynetworks-everybody');

describe('a setting that is certain', () => {
  test('is one cause of all checks in which it shows', () => {
    const skipped = failed('dns/listed', 'expected RCPT: 554 5.7.1; saw 250 2.1.5 Ok');

    expect(explainedBy([relays('open-relay/a'), skipped, relays('open-relay/b')], onServer(everybody))).toEqual([
      ['open-relay/mynetworks-everybody', 'open-relay/a', 'dns/listed', 'open-relay/b'],
    ]);
  });

  test('tells first of the check by which the catalogue knows it', () => {
    expect(explainedBy([relays('a/1'), relays('open-relay/outside-anonymous-foreign')], onServer(everybody))).toEqual([
      ['open-relay/mynetworks-everybody', 'open-relay/outside-anonymous-foreign', 'a/1'],
    ]);
  });

  test('explains no check in which something else went wrong', () => {
    expect(explainedBy([refusedLogin], onServer(everybody))).toEqual([]);
  });

  test('explains a check that could not tell, since its control failed for that', () => {
    const control = check('could-not-tell', {
      reason: 'control failed: expected AUTH PLAIN of a system account: 235 2.7.0; saw 503 5.5.1 Error',
    });

    expect(explainedBy([control], onServer(found('auth-not-offered/switched-off')))).toEqual([
      ['auth-not-offered/switched-off', 'open-relay/could-not-tell'],
    ]);
  });

  test('explains nothing that held, or failed as a profile accepts', () => {
    const reason = 'expected nothing reaches the sink; saw a message to x@elsewhere.example';

    expect(causesOf([check('held', { reason }), check('accepted', { reason })], onServer(everybody))).toEqual([]);
  });

  test('that concerns private addresses alone explains what clients with such an address did', () => {
    const gateway = relays('open-relay/gateway', [
      'Nov 28 08:00:00 mail postfix/smtpd[7]: 7CE1: client=unknown[172.17.0.1]',
    ]);
    const outside = relays('open-relay/outside', [
      'Nov 28 08:00:00 mail postfix/smtpd[7]: 7CE2: client=a.example[198.51.100.7]',
    ]);

    expect(explainedBy([gateway, outside], onServer(found('open-relay/docker-gateway-trusted')))).toEqual([
      ['open-relay/docker-gateway-trusted', 'open-relay/gateway'],
    ]);
  });

  test('of a refusal by the smarthost does not explain the checks that make it refuse', () => {
    const lost = 'expected the message arrives at the smarthost; saw it does not';
    const byItself = check('failed', { id: 'smarthost/relays', reason: lost });
    const madeTo = check('failed', { id: 'smarthost/login-refused', reason: lost });

    expect(explainedBy([byItself, madeTo], onServer(found('relay-client/wrong-password')))).toEqual([
      ['relay-client/wrong-password', 'smarthost/relays'],
    ]);
  });

  test('stands before one that explains fewer checks, and both are told', () => {
    const clues = onServer(found('sasldb/closed-to-postfix'), everybody);

    expect(explainedBy([relays('a/1'), relays('a/2'), refusedLogin], clues).map(([id]) => id)).toEqual([
      'open-relay/mynetworks-everybody',
      'sasldb/closed-to-postfix',
    ]);
  });
});

describe('what is only possible', () => {
  const maybe = found('sasldb/closed-to-postfix', { confidence: 'possible' });

  test('explains nothing by itself', () => {
    expect(explainedBy([refusedLogin], onServer(maybe))).toEqual([]);
  });

  test('explains a check among whose own log lines it left its signs', () => {
    const clues = { findings: [maybe], ofCheck: new Map([[refusedLogin.id, [maybe]]]) };

    expect(explainedBy([refusedLogin], clues)).toEqual([['sasldb/closed-to-postfix', refusedLogin.id]]);
  });

  test('is not told where something certain explains the same checks', () => {
    const clues = {
      findings: [maybe, found('sasldb/missing')],
      ofCheck: new Map([[refusedLogin.id, [maybe]]]),
    };

    expect(explainedBy([refusedLogin], clues).map(([id]) => id)).toEqual(['sasldb/missing']);
  });
});

test('a changed server of its own is explained by the log lines of the check', () => {
  const own = found('sasldb/damaged', { facts: [] });
  const clues = { findings: [], ofCheck: new Map([[refusedLogin.id, [own]]]) };

  expect(explainedBy([refusedLogin], clues)).toEqual([['sasldb/damaged', refusedLogin.id]]);
});

test('mistakes of clients, which checks make on purpose, are no causes unless a setting makes them', () => {
  const wrongPassword = found('passwords/wrong', { facts: [] });

  expect(explainedBy([refusedLogin], onServer(wrongPassword))).toEqual([]);
});

test('the dead lists of the how-to, which a healthy server has too, explain nothing', () => {
  const standing = ['dns/ahbl-is-closed', 'dns/spamcop-without-bl', 'dns/wirehub-is-closed'].map((id) => found(id));

  const refusedMail = failed('open-relay/inside', 'expected RCPT: 250 2.1.5; saw 554 5.7.1 Access denied');

  expect(causesOf([relays('open-relay/a'), refusedLogin, refusedMail], onServer(...standing))).toEqual([]);
});
