import type { Check } from '../check';
import { formsOfNmap, shapeExample } from './address-shapes';
import { askEnvelope } from './ask-envelope';

/**
 * The 16 forms of address that nmap's smtp-open-relay tries, from outside and without logging in. Some are taken as
 * names of local users, so the reply says nothing: what reaches the sink decides.
 */
export function relayForms(): readonly Check[] {
  return formsOfNmap.map((form) => ({
    id: `open-relay/form-${form.id}`,
    title: `relays nothing from <${form.from(shapeExample)}> to <${form.to(shapeExample)}>`,
    level: 'must' as const,
    reference: 'RFC 5321 section 7.9; nmap smtp-open-relay; Postfix allow_untrusted_routing',
    ask: (probe) => askEnvelope(probe, form),
  }));
}
