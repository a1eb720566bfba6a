import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { attemptOnPorts, expectNoneRelayed } from './relay-everywhere';

/**
 * Shapes of address beyond those of nmap: such as older lists have, and such as nobody tries. Each is tried on every port, and
 * what reaches the sink decides.
 */
export function relayShapes(): readonly Check[] {
  return [
    ...recipients.map(({ id, to }) => asCheck(id, sender, to)),
    ...senders.map(({ id, from }) => asCheck(id, from, plainly)),
  ];
}

/** What the shapes are made of: H the server's name, L its domain, X a foreign domain, x a local part. */
interface Names {
  readonly x: string;
  readonly X: string;
  readonly H: string;
  readonly L: string;
}

type Shape = (names: Names) => string;

const sender: Shape = ({ X }) => `sender@${X}`;
const plainly: Shape = ({ x, X }) => `${x}@${X}`;

const recipients: readonly { readonly id: string; readonly to: Shape }[] = [
  { id: 'percent-at-domain', to: ({ x, X, L }) => `${x}%${X}@${L}` },
  { id: 'bang-at-domain', to: ({ x, X, L }) => `${X}!${x}@${L}` },
  { id: 'percent-at-localhost', to: ({ x, X }) => `${x}%${X}@localhost` },
  { id: 'percent-at-loopback', to: ({ x, X }) => `${x}%${X}@[127.0.0.1]` },
  { id: 'percent-at-ipv6-loopback', to: ({ x, X }) => `${x}%${X}@[IPv6:::1]` },
  { id: 'two-percents', to: ({ x, X, H }) => `${x}%${X}%${X}@${H}` },
  { id: 'percent-and-bang', to: ({ x, X, H }) => `${X}!${x}%${X}@${H}` },
  { id: 'route-of-two', to: ({ x, X, H }) => `@${H},@${X}:${x}@${X}` },
  { id: 'nothing-behind-at', to: ({ x, X }) => `${x}%${X}@` },
  { id: 'trailing-dot', to: ({ x, X }) => `${x}@${X}.` },
  { id: 'upper-case', to: ({ x, X }) => `${x}@${X.toUpperCase()}` },
  { id: 'quoted-local-part', to: ({ x, X }) => `"${x}"@${X}` },
  { id: 'utf8-domain', to: ({ x, X }) => `${x}@bücher.${X}` },
];

const senders: readonly { readonly id: string; readonly from: Shape }[] = [
  { id: 'sender-at-localhost', from: () => 'sender@localhost' },
  { id: 'sender-without-domain', from: () => 'sender' },
  { id: 'sender-is-recipient', from: plainly },
  { id: 'sender-at-loopback', from: () => 'sender@[127.0.0.1]' },
];

const example: Names = { x: 'x', X: 'X', H: 'H', L: 'L' };

function asCheck(id: string, from: Shape, to: Shape): Check {
  return {
    id: `open-relay/shape-${id}`,
    title: `relays nothing from <${from(example)}> to <${to(example)}>`,
    level: 'must',
    reference: 'RFC 5321 sections 3.6.2 and 7.9, appendices C and F.2; Postfix allow_percent_hack, swap_bangpath',
    rows: [10],
    ask: (probe) => askShape(probe, from, to),
  };
}

async function askShape(probe: Probe, from: Shape, to: Shape): Promise<readonly Finding[]> {
  const { facts } = probe;
  const names = { X: facts.foreignDomain, H: facts.hostname, L: facts.domain };
  const of = (shape: Shape) => (port: number) => shape({ ...names, x: `x-${port}-${probe.token}` });
  const attempts = await attemptOnPorts(probe, { from: of(from), to: of(to) });
  return expectNoneRelayed(probe, attempts, /[%!]|@H/.test(to(example)));
}
