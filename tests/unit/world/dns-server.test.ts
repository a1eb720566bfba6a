import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, Server } from 'node:net';
import * as dns from 'dns-packet';
import type { Zone } from '../../../helpers/model/zone';
import { DnsServer } from '../../../helpers/world/dns-server';

const address = '127.0.0.1';
const zones: readonly Zone[] = [
  {
    suffix: 'example.test',
    kind: 'records',
    records: [
      { name: 'example.test', type: 'MX', data: '10 mail.example.test' },
      { name: 'mail.example.test', type: 'A', data: '192.0.2.25' },
      { name: 'mail.example.test', type: 'AAAA', data: '2001:db8::25' },
      { name: 'long.example.test', type: 'TXT', data: 'x'.repeat(2000) },
    ],
  },
  {
    suffix: '100.51.198.in-addr.arpa',
    kind: 'records',
    records: [{ name: '7.100.51.198.in-addr.arpa', type: 'PTR', data: 'client.example.test' }],
  },
  { suffix: 'broken.test', kind: 'servfail' },
  { suffix: 'closed.test', kind: 'refused' },
  { suffix: 'mute.test', kind: 'silence' },
];

describe('a resolver', () => {
  test('gets records of every type', async () => {
    await using server = await DnsServer.start({ address, zones });
    const resolver = resolverOf(server);

    await expect(resolver.resolve4('mail.example.test')).resolves.toEqual(['192.0.2.25']);
    await expect(resolver.resolve6('mail.example.test')).resolves.toEqual(['2001:db8::25']);
    // Since Node 24 the answer says its type too.
    await expect(resolver.resolveMx('example.test')).resolves.toEqual([
      expect.objectContaining({ priority: 10, exchange: 'mail.example.test' }),
    ]);
    await expect(resolver.reverse('198.51.100.7')).resolves.toEqual(['client.example.test']);
    expect(server.queries.map(({ answer }) => answer)).toEqual([
      'A 192.0.2.25',
      'AAAA 2001:db8::25',
      'MX 10 mail.example.test',
      'PTR client.example.test',
    ]);
  });

  test.each([
    ['no.such.test', 'ENOTFOUND', 'NXDOMAIN'],
    ['example.test', 'ENODATA', 'NODATA'],
    ['x.broken.test', 'ESERVFAIL', 'SERVFAIL'],
    ['x.closed.test', 'EREFUSED', 'REFUSED'],
  ])('that asks for the address of %s fails with %s, recorded as %s', async (name, code, answer) => {
    await using server = await DnsServer.start({ address, zones });

    await expect(resolverOf(server).resolve4(name)).rejects.toMatchObject({ code });

    expect(server.queries.at(-1)).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/), name, type: 'A', answer });
  });

  test('gets over TCP what UDP has no room for, at the same port', async () => {
    await using server = await DnsServer.start({ address, zones });

    const [strings = []] = await resolverOf(server).resolveTxt('long.example.test');

    expect(strings.join('')).toBe('x'.repeat(2000));
    expect(server.queries.map(({ answer }) => answer.slice(0, 9))).toEqual(['truncated', 'TXT xxxxx']);
  });

  test('gets what a zone was set to last, not to be cached', async () => {
    await using server = await DnsServer.start({ address, zones });
    const resolver = resolverOf(server);

    server.setZone({ suffix: 'Broken.test', kind: 'everything', address: '192.0.2.99' });
    await expect(resolver.resolve4('broken.test', { ttl: true })).resolves.toEqual([{ address: '192.0.2.99', ttl: 0 }]);

    server.removeZone('broken.test');
    await expect(resolver.resolve4('broken.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

test('several questions on one connection are answered, however the stream is cut', async () => {
  await using server = await DnsServer.start({ address, zones });
  const names = ['mail.example.test', 'no.such.test', 'example.test'];
  const stream = Buffer.concat(names.map((name) => dns.streamEncode({ questions: [{ name, type: 'A' }] })));

  const client = connect({ port: server.port, host: address, noDelay: true });
  await once(client, 'connect');
  client.write(stream.subarray(0, 1));
  await resolverOf(server).resolve4('mail.example.test');
  client.end(stream.subarray(1));
  const replies = Buffer.concat(await client.toArray());

  expect(server.queries.slice(1).map(({ name }) => name)).toEqual(names);
  expect(dns.streamDecode(replies)).toMatchObject({ answers: [{ data: '192.0.2.25' }] });
});

test('the same question again is recorded again, and its reply has the id of who asks', async () => {
  await using server = await DnsServer.start({ address, zones });
  const udp = createSocket('udp4');
  const ask = async (id: number) => {
    const replied = once(udp, 'message');
    udp.send(
      dns.encode({ type: 'query', id, questions: [{ name: 'mail.example.test', type: 'A' }] }),
      server.port,
      address,
    );
    const [reply] = await replied;
    return dns.decode(reply);
  };

  const replies = [await ask(7), await ask(4660), await ask(7)];

  expect(replies.map(({ id }) => id)).toEqual([7, 4660, 7]);
  expect(replies[1]?.answers).toMatchObject([{ data: '192.0.2.25' }]);
  expect(server.queries).toHaveLength(3);
  udp.close();
});

test('a question to a silent zone is recorded and not answered', async () => {
  await using server = await DnsServer.start({ address, zones });
  const udp = createSocket('udp4');

  for (const [id, name] of ['x.mute.test', 'mail.example.test'].entries()) {
    udp.send(dns.encode({ id, questions: [{ name, type: 'A' }] }), server.port, address);
  }
  const [first] = await once(udp, 'message');
  udp.close();

  expect(dns.decode(first)).toMatchObject({ id: 1 });
  expect(server.queries.map(({ answer }) => answer)).toEqual(['silence', 'A 192.0.2.25']);
});

test('garbage and broken connections do not keep the server from answering', async () => {
  await using server = await DnsServer.start({ address, zones });
  const udp = createSocket('udp4');
  const tcp = connect(server.port, address);

  tcp.write(dns.streamEncode({ questions: [{ name: 'mail.example.test', type: 'A' }] }));
  tcp.write(Buffer.from([0, 200, 1, 2, 3]));
  await once(tcp, 'data');
  tcp.resetAndDestroy();
  udp.send('nonsense', server.port, address);
  udp.send(Buffer.alloc(600, 0x7f), server.port, address);

  const [reply] = await once(udp, 'message');
  expect(dns.decode(reply)).toMatchObject({ rcode: 'NOTIMP' });
  udp.close();
  await expect(resolverOf(server).resolve4('mail.example.test')).resolves.toHaveLength(1);
});

test('another port is tried where TCP can not have the number that UDP has', async () => {
  await using taken = createServer().listen(0, address);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const listen = Server.prototype.listen;
  jest.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (this: Server) {
    return Reflect.apply(listen, this, [port, address]);
  });

  await using server = await DnsServer.start({ address, zones });

  expect(server.port).not.toBe(port);
  await expect(resolverOf(server).resolve4('mail.example.test')).resolves.toHaveLength(1);
});

test('an address that the machine does not have is an error of the lab', async () => {
  await expect(DnsServer.start({ address: '192.0.2.1', zones })).rejects.toMatchObject({
    code: 'ELAB',
    cause: { code: 'EADDRNOTAVAIL' },
  });
});

test('closing does not wait for open connections', async () => {
  const server = await DnsServer.start({ address, zones });
  const client = connect(server.port, address);
  await once(client, 'connect');

  const closed = once(client, 'close');
  await server[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();

  await closed;
});

function resolverOf({ port }: DnsServer): Resolver {
  const resolver = new Resolver({ timeout: 100, tries: 1 });
  resolver.setServers([`${address}:${port}`]);
  return resolver;
}
