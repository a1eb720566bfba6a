import { serviceRoute } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { expectThat } from '../shared/findings';
import { expectCode } from './expect-code';

/** A little less than five minutes: when the server began to count, only it knows. */
const idleMs = 298_000;

/** How long a client may be silent. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/five-minutes-idle',
    title: 'waits five minutes for the next command',
    level: 'should',
    reference: 'RFC 5321 section 4.5.3.2.7',
    longestMs: idleMs + 60_000,
    ask: async (probe) => {
      if (!probe.thorough) throw new NotApplicable('this takes five minutes; --thorough asks it');
      const session = await probe.open(serviceRoute(probe.facts));
      const startedMs = performance.now();
      const unasked = await session.readAnswer(idleMs);
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      if (unasked.kind !== 'silence')
        return [expectThat(false, 'five minutes of patience', `after ${seconds} s ${inWords(unasked)}`)];
      return [expectCode(`NOOP after ${seconds} s`, await session.command('NOOP'), 250)];
    },
  },
];
