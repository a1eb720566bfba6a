import type { Finding } from '../../model/verdict';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectThat } from '../shared/findings';
import { type TlsSeen, tlsOf, tlsRoutes } from './survey';

/** A question to every port that speaks TLS. */
export interface TlsQuestion extends Pick<Check, 'title' | 'level' | 'reference' | 'deviations'> {
  readonly name: string;
  /** Undefined of a port that it can not be put to. */
  readonly ask: (seen: TlsSeen, hostname: string) => Finding | readonly Finding[] | undefined;
}

/** The check of a question. */
export function askedOfEach({ name, ask, ...question }: TlsQuestion): Check {
  return {
    id: `tls/${name}`,
    ...question,
    rows: [13],
    notApplicable: (facts) => (tlsRoutes(facts).length > 0 ? undefined : 'no TLS is meant to be offered'),
    ask: async (probe) => {
      const seen = await tlsOf(probe.target);
      for (const { words, versions } of seen) probe.note(`${words}: ${versions.join(', ') || 'no TLS'}`);
      // Who speaks no TLS at all neither has what is bad of it nor what is good.
      const findings = seen.flatMap((port) =>
        port.versions.length === 0
          ? [control(expectThat(false, `${port.words}: TLS`, port.unknownName))]
          : (ask(port, probe.facts.hostname) ?? []),
      );
      if (findings.length === 0) throw new NotApplicable('it speaks TLS 1.3 alone, where this can not be seen');
      return findings;
    },
  };
}
