import type { Finding } from '../../model/verdict';
import type { Check } from '../check';
import type { Obstacle } from '../shared/obstacles';
import { deviationsOf } from './known-deviations';
import { type Place, Talk } from './talk';

/** One sentence of an RFC that a client can check. */
export interface Point {
  readonly name: string;
  readonly title: string;
  readonly level: Check['level'];
  readonly reference: string;
  readonly place?: Place;
  readonly notApplicable?: Obstacle;
  readonly ask: (talk: Talk) => Promise<readonly Finding[]>;
}

/** The check of a point. */
export function asCheck({ name, title, level, reference, place = 'service', notApplicable, ask }: Point): Check {
  const known = deviationsOf(name);
  return {
    id: `rfc/${name}`,
    title,
    level,
    reference,
    ...(known.length > 0 && { deviations: known }),
    ...(notApplicable && { notApplicable }),
    ask: (probe) => Talk.of(probe, place).ask(ask, (said) => probe.addTranscripts(said)),
  };
}
