import { planPairs } from '../../../helpers/checks/open-relay/pair-plan';

const waysOf = (vantages: readonly string[], ports: readonly number[]) =>
  vantages.flatMap((vantage) => ports.map((port) => ({ vantage, port })));
const anything = () => true;
const strangers = ['outside', 'ipv6', 'listed', 'nameless'];

describe.each([
  ['the reference server', waysOf(strangers, [25, 587, 465]), 72],
  ['an image with IPv6', waysOf(['outside', 'ipv6'], [25, 587, 465]), 54],
  ['an image without', waysOf(['outside'], [25, 587, 465]), 54],
  ['a server with one port', waysOf(['outside'], [25]), 54],
])('of %s', (_name, ways, most) => {
  const choices = { batches: 6, ways, states: 9, isPossible: anything };
  const sessions = planPairs(choices);

  test('every two of shape, client, port and state meet', () => {
    expect(pairsOf(sessions, ways)).toEqual(pairsOf(everything(choices), ways));
  });

  test(`${most} sessions are enough`, () => {
    expect(sessions.length).toBeLessThanOrEqual(most);
  });

  test('it is the same plan each time', () => {
    expect(planPairs(choices)).toEqual(sessions);
  });
});

test('what is not possible on a way is not planned there, and all else meets', () => {
  const ways = waysOf(strangers, [25, 587, 465]);
  // No STARTTLS where there is TLS already.
  const choices = {
    batches: 6,
    ways,
    states: 9,
    isPossible: (state: number, way: number) => state !== 4 || ways[way]?.port !== 465,
  };

  const sessions = planPairs(choices);

  expect(sessions.filter(({ state, way }) => !choices.isPossible(state, way))).toEqual([]);
  expect(pairsOf(sessions, ways)).toEqual(pairsOf(everything(choices), ways));
});

type Choices = Parameters<typeof planPairs>[0];
type Sessions = ReturnType<typeof planPairs>;

function everything({ batches, ways, states, isPossible }: Choices): Sessions {
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  return numbers(batches).flatMap((batch) =>
    ways.flatMap((_, way) =>
      numbers(states).flatMap((state) => (isPossible(state, way) ? [{ batch, way, state }] : [])),
    ),
  );
}

function pairsOf(sessions: Sessions, ways: Choices['ways']): readonly string[] {
  const pairs = sessions.flatMap(({ batch, way, state }) => {
    const { vantage = '', port = 0 } = ways[way] ?? {};
    const values = [`shape ${batch}`, vantage, String(port), `state ${state}`];
    return values.flatMap((one, index) => values.slice(index + 1).map((other) => `${one}, ${other}`));
  });
  return [...new Set(pairs)].sort();
}
