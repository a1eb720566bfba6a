import {
  askEverything,
  hangsUpAfterEhlo,
  hangsUpAtOnce,
  knownAs,
  saysAfterEhlo,
  saysAlways,
  saysToRecipients,
} from './lying-servers';

// What EHLO offers is answered by EHLO, whatever comes after it.
const answeredByEhlo = /^(anonymous-denial\/not-offered-on|announcement\/(auth-on|legacy-auth-on|certificate-on))-/;

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

      expect(held(results)).toEqual([]);
      expect(results.filter(({ verdict }) => verdict === 'could-not-tell').length).toBeGreaterThan(25);
    },
    30_000,
  );

  test.concurrent.each([
    ['where nobody listens', undefined],
    ['of a server that hangs up after EHLO', hangsUpAfterEhlo],
    ['of a server that says 250 to everything', saysAfterEhlo('250 2.0.0 Ok')],
  ])(
    '%s, and of which a profile says what it is meant to do',
    async (_, script) => {
      expect(held(await askEverything(script, knownAs.profile))).toEqual([]);
    },
    30_000,
  );

  test('of the reference server, where nobody listens', async () => {
    expect(held(await askEverything(undefined, knownAs.howto))).toEqual([]);
  }, 30_000);
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
    'only what EHLO says holds: %s',
    async (line) => {
      const results = await askEverything(saysToRecipients(line), knownAs.nothing);

      expect(held(results).filter((id) => !answeredByEhlo.test(id))).toEqual([]);
    },
    30_000,
  );

  test('a refusal for good is one, also of those who relay', async () => {
    const results = await askEverything(saysToRecipients('550 5.7.1 No'), knownAs.nothing);

    expect(held(results)).toContain('open-relay/outside-anonymous-foreign');
  }, 30_000);

  test('where a user is known whom it refuses too, it could not tell', async () => {
    const results = await askEverything(saysToRecipients('550 5.7.1 No'), knownAs.profile);

    expect(held(results).filter((id) => !answeredByEhlo.test(id))).toEqual([]);
  }, 30_000);
});

function held(results: Awaited<ReturnType<typeof askEverything>>): readonly string[] {
  return results.filter(({ verdict }) => verdict === 'held').map(({ id }) => id);
}
