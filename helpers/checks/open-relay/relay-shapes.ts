import type { Check } from '../check';
import { furtherShapes, shapeExample } from './address-shapes';
import { askEnvelope } from './ask-envelope';

/** Shapes of address beyond those of nmap. */
export function relayShapes(): readonly Check[] {
  return furtherShapes.map((shape) => ({
    id: `open-relay/shape-${shape.id}`,
    title: `relays nothing from <${shape.from(shapeExample)}> to <${shape.to(shapeExample)}>`,
    level: 'must',
    reference: 'RFC 5321 sections 3.6.2 and 7.9, appendices C and F.2; Postfix allow_percent_hack, swap_bangpath',
    rows: [10],
    ask: (probe) => askEnvelope(probe, shape),
  }));
}
