import { once } from 'node:events';
import { connect } from 'node:net';
import { Sink } from '../../../helpers/world/sink';
import { address, send, talk } from './sink-client';

const transaction = ['EHLO mta.test', 'MAIL FROM:<a@inside.test>', 'RCPT TO:<b@outside.test>', 'DATA'];

test.concurrent('clients that break off, at whatever point, leave the sink working and no message behind', async () => {
  await using sink = await Sink.start({ address, ports: [25, 465] });

  const reset = await Promise.all([
    talk(sink.portFor(25)),
    talk(sink.portFor(25), ...transaction.slice(0, 3)),
    talk(sink.portFor(25), ...transaction),
    talk(sink.portFor(25), 'EHLO mta.test', 'STARTTLS'),
  ]);
  for (const { socket } of reset) {
    socket.write('half a li');
    socket.resetAndDestroy();
  }
  const plain = connect(sink.portFor(465), address);
  plain.write('EHLO mta.test\r\n');
  await once(plain.resume(), 'close');

  await Promise.all([25, 465].map((port) => send(sink, 'Subject: x\r\n\r\n', { port })));
  expect(sink.messages).toHaveLength(2);
});

test.concurrent('closing ends every connection at once, in whatever state it is', async () => {
  const sink = await Sink.start({ address, ports: [25, 465] });
  const talks = await Promise.all([
    talk(sink.portFor(25)),
    talk(sink.portFor(25), ...transaction),
    talk(sink.portFor(25), 'QUIT'),
    talk(sink.portFor(25), 'EHLO mta.test', 'STARTTLS'),
    talk(sink.portFor(25), 'EHLO mta.test', 'STARTTLS'),
  ]);
  talks.at(-1)?.socket.write(clientHelloBegin);
  const accepted = connect(sink.portFor(465), address);
  await once(accepted, 'connect');

  const sockets = [accepted, ...talks.map(({ socket }) => socket)];
  const ended = sockets.map((socket) => socket.closed || new Promise((resolve) => socket.once('close', resolve)));
  await sink[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();

  await Promise.all(ended);
}, 15_000);

test('a port that the sink does not stand for is an error of the lab', async () => {
  await using sink = await Sink.start({ address, ports: [25, 587] });

  expect(() => sink.portFor(26)).toThrow('the sink does not stand for port 26, only for 25, 587');
});

test('an address that the machine does not have is an error of the lab', async () => {
  const start = Sink.start({ address: '192.0.2.1', ports: [25] });

  await expect(start).rejects.toMatchObject({ code: 'ELAB', cause: { code: 'EADDRNOTAVAIL' } });
});

// The first bytes of a TLS handshake record of 512 bytes: the server waits for the others.
const clientHelloBegin = Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01]);
