import { noMechanismsCause } from '../../../helpers/maillog/no-mechanisms';
import { parseLogLine } from '../../../helpers/maillog/parse-line';
import {
  type Difference,
  namelessClient,
  nullMxSender,
  refusedRelay,
  uncheckedLogin,
  valueIn,
} from '../../../helpers/postfix/differences';
import { parseEhlo } from '../../../helpers/smtp/ehlo';
import type { ExpectedReply } from '../../../helpers/targets/target';
import { capturedVersions, captureNames, logOf, session, sessionsOf } from './capture';

describe.each(capturedVersions)('captures of Postfix %s', (version) => {
  const sessions = captureNames(version).flatMap((name) => sessionsOf(version, name));

  test('are whole: every reply and every log line is understood', () => {
    const lines = sessions.flatMap(({ log }) => log);

    expect(lines.filter((line) => parseLogLine(line) === undefined)).toEqual([]);
    expect(sessions.flatMap(({ replies }) => replies).length).toBeGreaterThan(500);
    expect(lines.length).toBeGreaterThan(500);
  });

  test('every EHLO offers the same mechanisms in both forms', () => {
    const offers = sessions
      .flatMap(({ replies }) => replies.filter(({ lines }) => lines.includes('PIPELINING')).map(parseEhlo))
      .filter(({ legacyAuthMechanisms }) => legacyAuthMechanisms.length > 0);

    expect(offers.length).toBeGreaterThan(50);
    for (const offer of offers) expect(offer.legacyAuthMechanisms).toEqual(offer.authMechanisms);
  });

  test.each([
    ['the reply to an AUTH without a readable sasldb', uncheckedLogin, 'E1', 'PLAIN'],
    ['the reply to an AUTH without saslauthd', uncheckedLogin, 'G1', 'PLAIN'],
    ['the reply to a client without a PTR record', namelessClient, 'H5', 'no PTR'],
    ['the same after AUTH', namelessClient, 'H5', 'no PTR, authenticated'],
    ['the reply to a relay that is refused', refusedRelay, 'C1', 'client'],
    ['the reply to a sender with a null MX record', nullMxSender, 'H6', 'null MX'],
  ] as const)('%s is what the checks expect of that version', (_what, difference, capture, title) => {
    const [refusal] = session(version, capture, title).replies.filter(({ code }) => code >= 400);

    expect(refusal).toMatchObject(valueIn(difference as Difference<ExpectedReply>, version));
  });

  test.each([
    ['D1', 'none-installed'],
    ['D9b', 'none-installed'],
    ['D2', 'all-filtered'],
    ['D3', 'all-filtered'],
    ['D3d', 'all-filtered'],
    ['D14', 'all-filtered'],
    ['D7', 'dies-at-start'],
    ['D8b', 'dies-at-start'],
  ])('the death in %s is %s', (capture, cause) => {
    expect(noMechanismsCause(logOf(version, capture))).toBe(cause);
  });

  test.each(['A1', 'B1', 'C2', 'D3c', 'D5', 'D6', 'G2', 'H1'])('nobody dies in %s', (capture) => {
    expect(noMechanismsCause(logOf(version, capture))).toBeUndefined();
  });
});

test('the realm table is that of Postfix 2.10.1 and of 3.7.11 alike', () => {
  const tables = capturedVersions.map((version) =>
    sessionsOf(version, 'F1').flatMap(({ title, replies }) => {
      const end = replies.find(({ code }) => code === 235 || code === 535);
      return end ? [[title.replace('deb12', 'mail'), end.code]] : [];
    }),
  );

  expect(tables[0]).toHaveLength(36);
  expect(tables[1]).toEqual(tables[0]);
});
