import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { control, unseen } from '../shared/findings';
import { canBeShown, expectNothingRelayed } from '../shared/relay-attempt';
import { attemptOnPorts, expectRefusals } from './relay-everywhere';

/**
 * The 16 forms of address that nmap's smtp-open-relay tries, from outside and without logging in. Some are taken as
 * names of local users, so the reply says nothing: what reaches the sink decides.
 */
export function relayForms(): readonly Check[] {
  return forms.map(({ id, from, to }) => ({
    id: `open-relay/form-${id}`,
    title: `relays nothing from ${inAngles(from(example))} to ${inAngles(to(example))}`,
    level: 'must' as const,
    reference: 'RFC 5321 section 7.9; nmap smtp-open-relay; Postfix allow_untrusted_routing',
    ask: (probe: Probe) => tryForm(probe, from, to),
  }));
}

/** What the forms are made of: H the server's name, IP its address, X a foreign domain, x a local part. */
interface Names {
  readonly x: string;
  readonly X: string;
  readonly H: string;
  readonly IP: string;
}

type Form = (names: Names) => string;

const example: Names = { x: 'x', X: 'X', H: 'H', IP: 'IP' };

const literal: Form = ({ x, IP }) => `${x}@[${IP}]`;

const forms: readonly { readonly id: string; readonly from: Form; readonly to: Form }[] = [
  { id: 'null-sender', from: () => '', to: ({ x, X }) => `${x}@${X}` },
  { id: 'foreign-sender', from: ({ x, X }) => `${x}@${X}`, to: ({ x, X }) => `${x}@${X}` },
  { id: 'sender-at-host', from: ({ x, H }) => `${x}@${H}`, to: ({ x, X }) => `${x}@${X}` },
  { id: 'sender-at-literal', from: literal, to: ({ x, X }) => `${x}@${X}` },
  { id: 'percent-at-literal', from: literal, to: ({ x, X, IP }) => `${x}%${X}@[${IP}]` },
  { id: 'percent-at-host', from: literal, to: ({ x, X, H }) => `${x}%${X}@${H}` },
  { id: 'quoted', from: literal, to: ({ x, X }) => `"${x}@${X}"` },
  { id: 'quoted-percent', from: literal, to: ({ x, X }) => `"${x}%${X}"` },
  { id: 'two-at-literal', from: literal, to: ({ x, X, IP }) => `${x}@${X}@[${IP}]` },
  { id: 'quoted-at-literal', from: literal, to: ({ x, X, IP }) => `"${x}@${X}"@[${IP}]` },
  { id: 'two-at-host', from: literal, to: ({ x, X, H }) => `${x}@${X}@${H}` },
  { id: 'route-by-literal', from: literal, to: ({ x, X, IP }) => `@[${IP}]:${x}@${X}` },
  { id: 'route-by-host', from: literal, to: ({ x, X, H }) => `@${H}:${x}@${X}` },
  { id: 'bang', from: literal, to: ({ x, X }) => `${X}!${x}` },
  { id: 'bang-at-literal', from: literal, to: ({ x, X, IP }) => `${X}!${x}@[${IP}]` },
  { id: 'bang-at-host', from: literal, to: ({ x, X, H }) => `${X}!${x}@${H}` },
];

async function tryForm(probe: Probe, from: Form, to: Form): Promise<readonly Finding[]> {
  const { facts, target } = probe;
  const names = { X: facts.foreignDomain, H: facts.hostname, IP: target.address };
  const of = (form: Form) => (port: number) => form({ ...names, x: `x-${port}-${probe.token}` });
  // Connections of their own: on one the server's delay after ten errors would be paid sixteen times.
  const attempts = await attemptOnPorts(probe, { from: of(from), to: of(to) });
  for (const { port, last } of attempts) probe.note(`the server's answer on ${port}: ${inWords(last)}`);
  if (facts.furthest === 'arrival') {
    const nothing = await expectNothingRelayed(probe, ...attempts.map(({ data }) => data));
    // Where no other message shows that the server works, it has to say something to these.
    const refused = attempts.filter(({ data }) => data === undefined || !isOfClass(data, 2));
    return canBeShown(facts) ? nothing : [...expectRefusals(refused).map(unseen), ...nothing];
  }
  // The name of a local user, of whatever form, is taken by right.
  const mayBeLocal = to(example) !== `${example.x}@${example.X}`;
  return expectRefusals(attempts).map((refusal) => (refusal.ok || !mayBeLocal ? refusal : control(refusal)));
}

function inAngles(address: string): string {
  return `<${address}>`;
}
