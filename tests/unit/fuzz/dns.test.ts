import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { decode, encode } from 'dns-packet';
import fc from 'fast-check';
import type { Zone } from '../../../helpers/model/zone';
import { replyTo } from '../../../helpers/world/dns-reply';
import { frame, onFrames } from '../../../helpers/world/dns-stream';
import { splitMessage } from '../../../helpers/world/read-message';
import { reverseName } from '../../../helpers/world/reverse-name';
import { always, endsSoon } from './property';
import { bytes, cut, longTextOf, places, textOf } from './values';

const zones: readonly Zone[] = [
  {
    suffix: 'example.test',
    kind: 'records',
    records: [{ name: 'example.test', type: 'MX', data: '10 mail.example.test' }],
  },
  {
    suffix: 'mail.example.test',
    kind: 'records',
    records: [{ name: 'mail.example.test', type: 'A', data: '192.0.2.1' }],
  },
  { suffix: 'list.test', kind: 'everything', address: '127.0.0.2', text: 'x'.repeat(700) },
  { suffix: 'fails.test', kind: 'servfail' },
  { suffix: 'silent.test', kind: 'silence' },
];
const label = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll('.', '-'));
const domain = fc.oneof(
  fc.constantFrom(...zones.map(({ suffix }) => suffix), '2.0.0.127.list.test', ''),
  fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.')),
);
const question = fc.record({
  name: domain,
  type: fc.constantFrom('A', 'AAAA', 'MX', 'PTR', 'TXT', 'ANY', 'SOA', 'SRV', 'NAPTR'),
});
const transport = fc.constantFrom('udp' as const, 'tcp' as const);
const valid = fc.tuple(fc.nat(0xffff), question, fc.boolean()).map(([id, { name, type }, edns]) =>
  encode({
    type: 'query',
    id,
    questions: [{ name, type: type as 'A' }],
    additionals: edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: 1232,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  }),
);
/** A question with some of its bytes changed, or cut short. */
const mutated = fc
  .tuple(valid, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat())
  .map(([packet, changes, length]) => {
    const copy = Buffer.from(packet);
    for (const [at, value] of changes) copy[at % copy.length] = value;
    return length % 4 === 0 ? copy.subarray(0, length % copy.length) : copy;
  });

always(
  'Whatever comes by the network has a reply that can be read, or none',
  [fc.oneof(bytes, mutated), transport],
  (packet, over) => {
    const { reply } = endsSoon(() => replyTo(packet, zones, over));
    if (reply === undefined) return;

    expect(decode(reply)).toMatchObject({ type: 'response', id: packet.readUInt16BE(0) });
    expect(reply.length).toBeLessThanOrEqual(over === 'tcp' ? 0xffff : Math.max(512, 0xffff));
  },
);

always(
  'A question that is written is the question that is recorded, and that the reply repeats',
  [fc.nat(0xffff), question],
  (id, asked) => {
    const packet = encode({ type: 'query', id, questions: [{ name: asked.name, type: asked.type as 'A' }] });
    const { reply, query } = replyTo(packet, zones, 'udp');
    const name = asked.name === '' ? '.' : asked.name;

    expect(query).toMatchObject({ name, type: asked.type });
    if (reply) expect(decode(reply).questions).toMatchObject([{ name, type: asked.type }]);
  },
);

always(
  'Messages in a TCP stream are the same in whatever pieces they come',
  [fc.array(bytes), places],
  (messages, cuts) => {
    const socket = new EventEmitter();
    const taken: string[] = [];
    onFrames(socket as Socket, (message) => taken.push(message.toString('hex')));
    for (const piece of cut(Buffer.concat(messages.map(frame)), cuts)) socket.emit('data', piece);

    expect(taken).toEqual(messages.map((message) => message.toString('hex')));
  },
);

always('The reverse name of an address is one of 4 or of 32 labels', [fc.oneof(fc.ipV4(), fc.ipV6())], (address) => {
  const labels = reverseName(address, 'list.test').split('.').slice(0, -2);

  expect(labels).toHaveLength(address.includes(':') ? 32 : 4);
  expect(labels.every((one) => /^(?:[0-9a-f]|\d{1,3})$/.test(one))).toBe(true);
});

const fieldName = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,20}$/);
const fieldValue = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => text.trim());

always(
  'A message that is written is split into its header fields and its body',
  [fc.array(fc.record({ name: fieldName, value: fieldValue })), fieldValue],
  (headers, body) => {
    const text = `${headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n${body}\r\n`;

    expect(splitMessage(text)).toEqual({ headers, body: `${body}\r\n` });
  },
);

always(
  'No message takes long to be split',
  [longTextOf(['From:', ' ', '\t', '\r\n', '\n', 'a', ':', '\r'])],
  (text) => {
    endsSoon(() => splitMessage(text));
  },
);

always(
  'Whatever a message is, nothing of its body is lost',
  [textOf(['From: x', '\r\n', '\r\n\r\n', ' folded', ':'])],
  (text) => {
    expect(text.endsWith(splitMessage(text).body)).toBe(true);
  },
);
