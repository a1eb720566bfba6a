import {
  askEverything,
  hangsUpAfterEhlo,
  hangsUpAtOnce,
  knownAs,
  saysAfterEhlo,
  saysAlways,
  saysToRecipients,
} from './lying-servers';

// What EHLO offers is answered by EHLO, and what a command is worth by its reply, whatever becomes of recipients.
const otherwiseAnswered =
  /^(anonymous-denial\/not-offered-on-|announcement\/(auth-on|legacy-auth-on|certificate-on)-|rfc\/|mechanisms\/)/;

describe('nothing holds', () => {
  test.concurrent.each([
    ['where nobody listens', undefined],
    ['of a server that hangs up at once', hangsUpAtOnce],
    ['of a server that hangs up after EHLO', hangsUpAfterEhlo],
    ...['250 2.0.0 Ok', '421 4.3.2 Not now', '550 5.7.1 No'].map(
      (line) => [`of a server that says nothing but ${line}`, saysAlways(line)] as const,
    ),
    ...['250 2.0.0 Ok', '235 2.7.0 Ok', '454 4.7.1 No', '550 5.7.1 No'].map(
      (line) => [`of a server that says nothing but ${line} after EHLO`, saysAfterEhlo(line)] as const,
    ),
  ] as const)(
    '%s, and of which nothing is known',
    async (_, script) => {
      const results = await askEverything(script, knownAs.nothing);

      expect(proved(results)).toEqual([]);
      expect(results.filter(({ verdict }) => verdict === 'could-not-tell').length).toBeGreaterThan(25);
    },
    60_000,
  );

  test.concurrent.each([
    ['where nobody listens', undefined],
    ['of a server that hangs up after EHLO', hangsUpAfterEhlo],
    ['of a server that says 250 to everything', saysAfterEhlo('250 2.0.0 Ok')],
  ])(
    '%s, and of which a profile says what it is meant to do',
    async (_, script) => {
      expect(proved(await askEverything(script, knownAs.profile))).toEqual([]);
    },
    60_000,
  );

  test('of the reference server, where nobody listens', async () => {
    const results = await askEverything(undefined, knownAs.howto);

    expect(results.filter(({ verdict }) => verdict === 'held')).toEqual([]);
  }, 60_000);
});

describe('of a server that says the same to every recipient and login', () => {
  // A look-up that fails, greylisting, a queue that is full: it says nothing of what the server would do otherwise.
  test.concurrent.each([
    '250 2.0.0 Ok',
    '421 4.3.2 Closing',
    '450 4.1.8 Not found',
    '451 4.3.0 Later',
    '454 4.7.1 Later',
  ])(
    'only what is answered otherwise holds: %s',
    async (line) => {
      const results = await askEverything(saysToRecipients(line), knownAs.nothing);

      expect(proved(results).filter((id) => !otherwiseAnswered.test(id))).toEqual([]);
    },
    60_000,
  );

  test('a refusal for good is one, also of those who relay', async () => {
    const results = await askEverything(saysToRecipients('550 5.7.1 No'), knownAs.nothing);

    expect(proved(results)).toContain('open-relay/outside-anonymous-foreign');
  }, 60_000);

  test('where a user is known whom it refuses too, it could not tell', async () => {
    const results = await askEverything(saysToRecipients('550 5.7.1 No'), knownAs.profile);

    expect(proved(results).filter((id) => !otherwiseAnswered.test(id))).toEqual([]);
  }, 60_000);
});

/** What holds with nothing to tell: a warning, or a reason, is about what is wrong. */
function proved(results: Awaited<ReturnType<typeof askEverything>>): readonly string[] {
  return results.flatMap(({ id, verdict, reason }) => (verdict === 'held' && reason === undefined ? [id] : []));
}
