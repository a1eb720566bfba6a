import * as dns from 'dns-packet';
import type { Zone, ZoneRecord } from '../../../helpers/model/zone';
import { replyTo } from '../../../helpers/world/dns-reply';

const zone = (records: readonly ZoneRecord[]): readonly Zone[] => [
  { suffix: 'example.test', kind: 'records', records },
];

const mail = zone([
  { name: 'example.test', type: 'MX', data: '10 mail.example.test' },
  { name: 'mail.example.test', type: 'A', data: '192.0.2.25' },
]);

describe('a question', () => {
  test('is answered in the case in which it was asked', () => {
    const { answer } = ask({ name: 'MaiL.ExamplE.test', type: 'A' }, mail);

    expect(answer.questions).toMatchObject([{ name: 'MaiL.ExamplE.test' }]);
    expect(answer.answers).toMatchObject([{ name: 'MaiL.ExamplE.test', type: 'A', data: '192.0.2.25' }]);
  });

  test('for MX is answered with the addresses of the mail exchangers too', () => {
    const { answer, query } = ask({ name: 'example.test', type: 'MX' }, mail);

    expect(answer.answers).toMatchObject([{ type: 'MX', data: { preference: 10, exchange: 'mail.example.test' } }]);
    expect(answer.additionals).toMatchObject([{ name: 'mail.example.test', type: 'A', data: '192.0.2.25' }]);
    expect(query).toEqual({ name: 'example.test', type: 'MX', answer: 'MX 10 mail.example.test' });
  });

  test('for MX can be answered with the null MX of RFC 7505', () => {
    const { answer } = ask(
      { name: 'example.test', type: 'MX' },
      zone([{ name: 'example.test', type: 'MX', data: '0 .' }]),
    );

    expect(answer.answers).toMatchObject([{ data: { preference: 0, exchange: '.' } }]);
  });

  test.each([
    ['no.example.test', 'NXDOMAIN'],
    ['mail.example.test', 'NOERROR'],
  ])('for TXT of %s is denied with %s and an SOA record that forbids caching', (name, rcode) => {
    const { answer } = ask({ name, type: 'TXT' }, mail);

    expect(answer).toMatchObject({ rcode, flag_aa: true, flag_ra: true, flag_rd: true, answers: [] });
    expect(answer.authorities).toMatchObject([{ name: '.', type: 'SOA', ttl: 0, data: { minimum: 0 } }]);
  });

  test('of a type that the library has no name for is answered as any other', () => {
    const { answer, query } = ask({ name: 'mail.example.test', type: 'UNKNOWN_65' as dns.RecordType }, mail);

    expect(answer).toMatchObject({ rcode: 'NOERROR', answers: [] });
    expect(query).toMatchObject({ type: 'UNKNOWN_65', answer: 'NODATA' });
  });

  test('of another class than IN is refused', () => {
    const { answer } = ask({ name: 'version.bind', type: 'TXT', class: 'CH' }, mail);

    expect(answer).toMatchObject({ rcode: 'REFUSED' });
  });

  test.each<ZoneRecord>([
    { name: 'example.test', type: 'A', data: '2001:db8::1' },
    { name: 'example.test', type: 'AAAA', data: '192.0.2.1' },
    { name: 'example.test', type: 'MX', data: 'mail.example.test' },
    { name: 'example.test', type: 'PTR', data: 'mail..example.test' },
  ])('for a record without a form on the wire, $type $data, fails; the record of the query says why', (record) => {
    const { answer, query } = ask(record, zone([record]));

    expect(answer).toMatchObject({ rcode: 'SERVFAIL', answers: [] });
    expect(query?.answer).toMatch(/^SERVFAIL: Error: no (address|name|preference and name) for .*".*"/);
  });
});

describe('a reply', () => {
  const exchangers = Array.from({ length: 12 }, (_, n) => ({ type: 'MX', data: `${n} m${n}.example.test` }) as const);
  const long = zone([
    { name: 'text.example.test', type: 'TXT', data: 'x'.repeat(600) },
    ...exchangers.map((record) => ({ ...record, name: 'many.example.test' })),
    ...exchangers.map((_, n) => ({ name: `m${n}.example.test`, type: 'A', data: `192.0.2.${n}` }) as const),
  ]);

  test.each`
    room                          | edns         | transport | answers | tc
    ${'512 bytes over UDP'}       | ${undefined} | ${'udp'}  | ${0}    | ${true}
    ${'as many as its OPT says'}  | ${1232}      | ${'udp'}  | ${1}    | ${false}
    ${'as many as come over TCP'} | ${undefined} | ${'tcp'}  | ${1}    | ${false}
  `('of 700 bytes to a client that takes $room has TC $tc', ({ edns, transport, answers, tc }) => {
    const { answer, query } = ask({ name: 'text.example.test', type: 'TXT' }, long, { edns, transport });

    expect(answer).toMatchObject({ rcode: 'NOERROR', flag_tc: tc });
    expect(answer.answers).toHaveLength(answers);
    expect(query?.answer).toBe(tc ? 'truncated' : `TXT ${'x'.repeat(600)}`);
  });

  test('is not cut below 512 bytes, however little the client says that it takes', () => {
    expect(ask({ name: 'example.test', type: 'MX' }, mail, { edns: 50 }).answer).toMatchObject({ flag_tc: false });
    expect(ask({ name: 'text.example.test', type: 'TXT' }, long, { edns: 50 }).answer).toMatchObject({ flag_tc: true });
  });

  test('without room for the addresses of mail exchangers leaves them out rather than being truncated', () => {
    const { answer } = ask({ name: 'many.example.test', type: 'MX' }, long, { edns: 700 });

    expect(answer).toMatchObject({ flag_tc: false });
    expect(answer.answers).toHaveLength(12);
    expect(answer.additionals).toMatchObject([{ type: 'OPT' }]);
  });

  test('has an OPT record where the question had one, and else none', () => {
    expect(ask({ name: 'mail.example.test', type: 'A' }, mail, { edns: 1232 }).answer.additionals).toMatchObject([
      { type: 'OPT', udpPayloadSize: 1232 },
    ]);
    expect(ask({ name: 'mail.example.test', type: 'A' }, mail).answer.additionals).toEqual([]);
  });

  test('cuts a long text into strings of 255 bytes', () => {
    const { answer } = ask({ name: 'text.example.test', type: 'TXT' }, long, { transport: 'tcp' });

    expect(answer.answers).toMatchObject([{ data: [{ length: 255 }, { length: 255 }, { length: 90 }] }]);
  });
});

describe('garbage', () => {
  const good = dns.encode({
    id: 7,
    flags: dns.RECURSION_DESIRED,
    questions: [{ name: 'a.b.example.test', type: 'A' }],
  });
  const changed = (offset: number, ...bytes: number[]) =>
    Buffer.concat([good.subarray(0, offset), Buffer.from(bytes), good.subarray(offset + bytes.length)]);

  test.each<[string, Buffer, string | undefined]>([
    ['nothing', Buffer.alloc(0), undefined],
    ['half a header', good.subarray(0, 11), undefined],
    ['a response', changed(2, 0x80), undefined],
    ['a header that promises a question', good.subarray(0, 12), 'FORMERR'],
    ['half a question', good.subarray(0, 20), 'FORMERR'],
    ['no question', changed(4, 0, 0), 'FORMERR'],
    [
      'two questions',
      dns.encode({
        questions: [
          { name: 'a.test', type: 'A' },
          { name: 'b.test', type: 'A' },
        ],
      }),
      'FORMERR',
    ],
    ['65535 promised records', changed(6, 0xff, 0xff), 'FORMERR'],
    ['a name that points to itself', changed(12, 0xc0, 12), 'FORMERR'],
    ['a label with a dot in it', changed(12, 3, 0x61, 0x2e, 0x62), 'FORMERR'],
    ['a label that is not UTF-8', changed(13, 0xff), 'FORMERR'],
    ['a label longer than 63', changed(12, 0x7f), 'FORMERR'],
    ['an update', changed(2, 0x28), 'NOTIMP'],
  ])('%s is ignored or refused', (_what, packet, rcode) => {
    const { reply, query } = replyTo(packet, mail, 'udp');

    expect(reply && dns.decode(reply)).toEqual(
      rcode && expect.objectContaining({ id: packet.readUInt16BE(0), rcode, questions: [] }),
    );
    expect(query).toBeUndefined();
  });

  test('of any kind never throws and never gets a reply that does not decode', () => {
    const random = repeatableRandom(1);

    for (let round = 0; round < 200; round += 1) {
      const packet = Buffer.from(good.map((byte) => (random() < 0.1 ? random() * 256 : byte)));
      const { reply } = replyTo(packet.subarray(0, random() * (packet.length + 1)), mail, 'udp');
      if (reply !== undefined && dns.decode(reply).id !== packet.readUInt16BE(0))
        throw new Error(packet.toString('hex'));
    }
  });
});

function ask(
  question: dns.Question,
  zones: readonly Zone[],
  { edns, transport = 'udp' }: { edns?: number; transport?: 'udp' | 'tcp' } = {},
) {
  const opt = { type: 'OPT', name: '.', udpPayloadSize: edns } as dns.OptAnswer;
  const packet = dns.encode({
    id: 7,
    flags: dns.RECURSION_DESIRED,
    questions: [question],
    additionals: edns === undefined ? [] : [opt],
  });
  const { reply, query } = replyTo(packet, zones, transport);
  if (reply === undefined) throw new Error('no reply');
  return { answer: dns.decode(reply), query };
}

// Numbers that are the same on every run (the constants of Numerical Recipes).
function repeatableRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
