import type { Vantage } from '../../model/vantage';
import { serviceRoute } from '../../sessions/route';
import { hasCode, inWords } from '../../smtp/answers';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { expectThat, warning } from '../shared/findings';
import { expectCode } from './expect-code';

/** Who is turned away with the greeting is still heard out. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/greeting-554-waits-for-quit',
    title: 'waits for QUIT where it greets a client with 554, and answers 503 until then',
    level: 'must',
    reference: 'RFC 5321 section 3.1',
    ask: async (probe) => {
      const vantages = (['outside', 'listed', 'nameless'] satisfies Vantage[]).filter((name) =>
        probe.facts.vantagePoints.some((point) => point.name === name),
      );
      const greeted = await Promise.all(
        vantages.map((vantage) => probe.tryToOpen({ ...serviceRoute(probe.facts), vantage }, { ehlo: false })),
      );
      const refused = greeted.find(({ greeting }) => hasCode(greeting, 554));
      if (!refused) throw new NotApplicable('it greets nobody with 554');
      const noop = await refused.command('NOOP');
      const quit = await refused.command('QUIT');
      return [
        expectThat(noop.kind === 'reply', 'NOOP after the greeting 554: a reply', inWords(noop)),
        // RFC 5321 says should of the code alone.
        warning(expectCode('NOOP after the greeting 554', noop, 503), 'the reply to what follows a greeting of 554'),
        expectCode('QUIT after it', quit, 221),
      ];
    },
  },
];
