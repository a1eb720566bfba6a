/** What shapes are made of: H the server's name, L its domain, IP its address, X a foreign domain, x a local part. */
export interface Names {
  readonly x: string;
  readonly X: string;
  readonly H: string;
  readonly L: string;
  readonly IP: string;
}

/** An address, made of such names. */
export type Shape = (names: Names) => string;

/** A sender and a recipient by which a server might be talked into relaying. */
export interface Envelope {
  /** The end of the check's id. */
  readonly id: string;
  readonly from: Shape;
  readonly to: Shape;
}

/** As they are shown. */
export const shapeExample: Names = { x: 'x', X: 'X', H: 'H', L: 'L', IP: 'IP' };

/** A recipient at which nothing is odd: there it is the sender that is. */
export const plainly: Shape = ({ x, X }) => `${x}@${X}`;
const literal: Shape = ({ x, IP }) => `${x}@[${IP}]`;
const senderAtNowhere: Shape = ({ X }) => `sender@no-such-host.invalid.${X}`;
const stranger: Shape = ({ X }) => `sender@${X}`;

/** The 16 that nmap's smtp-open-relay tries. */
export const formsOfNmap: readonly Envelope[] = [
  { id: 'null-sender', from: () => '', to: plainly },
  { id: 'foreign-sender', from: plainly, to: plainly },
  { id: 'sender-at-host', from: ({ x, H }) => `${x}@${H}`, to: plainly },
  { id: 'sender-at-literal', from: literal, to: plainly },
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

/** Such as older lists have, and such as nobody tries. */
export const furtherShapes: readonly Envelope[] = [
  { id: 'percent-at-domain', from: stranger, to: ({ x, X, L }) => `${x}%${X}@${L}` },
  { id: 'bang-at-domain', from: stranger, to: ({ x, X, L }) => `${X}!${x}@${L}` },
  { id: 'percent-at-localhost', from: stranger, to: ({ x, X }) => `${x}%${X}@localhost` },
  { id: 'percent-at-loopback', from: stranger, to: ({ x, X }) => `${x}%${X}@[127.0.0.1]` },
  { id: 'percent-at-other-literal', from: stranger, to: ({ x, X }) => `${x}%${X}@[203.0.113.41]` },
  { id: 'percent-at-ipv6-loopback', from: stranger, to: ({ x, X }) => `${x}%${X}@[IPv6:::1]` },
  { id: 'two-percents', from: stranger, to: ({ x, X, H }) => `${x}%${X}%${X}@${H}` },
  { id: 'percent-and-bang', from: stranger, to: ({ x, X, H }) => `${X}!${x}%${X}@${H}` },
  { id: 'route-of-two', from: stranger, to: ({ x, X, H }) => `@${H},@${X}:${x}@${X}` },
  { id: 'nothing-behind-at', from: stranger, to: ({ x, X }) => `${x}%${X}@` },
  { id: 'trailing-dot', from: stranger, to: ({ x, X }) => `${x}@${X}.` },
  { id: 'sub-domain', from: stranger, to: ({ x, X }) => `${x}@sub.${X}` },
  { id: 'sub-domain-of-own', from: stranger, to: ({ x, X, L }) => `${x}%${X}@sub.${L}` },
  { id: 'white-space', from: stranger, to: ({ x, X }) => ` ${x}@${X} ` },
  { id: 'upper-case', from: stranger, to: ({ x, X }) => `${x}@${X.toUpperCase()}` },
  { id: 'quoted-local-part', from: stranger, to: ({ x, X }) => `"${x}"@${X}` },
  { id: 'utf8-domain', from: stranger, to: ({ x, X }) => `${x}@bücher.${X}` },
  { id: 'percent', from: stranger, to: ({ x, X }) => `${x}%${X}` },
  { id: 'two-bangs', from: stranger, to: ({ x, X, H }) => `${X}!${X}!${x}@${H}` },
  { id: 'quoted-at-host', from: stranger, to: ({ x, X, H }) => `"${x}@${X}"@${H}` },
  { id: 'quoted-at-domain', from: stranger, to: ({ x, X, L }) => `"${x}@${X}"@${L}` },
  { id: 'quoted-beside-literal', from: stranger, to: ({ x, X, IP }) => `"${x}@${X}"[${IP}]` },
  { id: 'two-at-domain', from: stranger, to: ({ x, X, L }) => `${x}@${X}@${L}` },
  { id: 'route-by-domain', from: stranger, to: ({ x, X, L }) => `@${L}:${x}@${X}` },
  { id: 'other-literal', from: stranger, to: ({ x }) => `${x}@[203.0.113.41]` },
  { id: 'other-ipv6-literal', from: stranger, to: ({ x }) => `${x}@[IPv6:2001:db8:113::41]` },
  { id: 'a-label', from: stranger, to: ({ x, X }) => `${x}@xn--bcher-kva.${X}` },
  { id: 'sender-at-nowhere', from: senderAtNowhere, to: plainly },
  { id: 'sender-at-localhost', from: () => 'sender@localhost', to: plainly },
  { id: 'sender-without-domain', from: () => 'sender', to: plainly },
  { id: 'sender-is-recipient', from: plainly, to: plainly },
  { id: 'sender-at-loopback', from: () => 'sender@[127.0.0.1]', to: plainly },
];

/** The senders that peers and older lists try, each with every recipient. */
export const senderShapes: readonly Shape[] = [
  () => '',
  stranger,
  plainly,
  ({ x, H }) => `${x}@${H}`,
  literal,
  ({ x, L }) => `${x}@${L}`,
  senderAtNowhere,
  () => 'sender@localhost',
  () => 'sender',
  ({ H }) => `postmaster@${H}`,
  ({ L }) => `mailer-daemon@${L}`,
  () => 'root@localhost',
];
