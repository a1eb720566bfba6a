import { rfc } from '../../../helpers/checks/rfc/rfc';
import { runCheck } from '../../../helpers/checks/run-check';
import type { Target } from '../../../helpers/targets/target';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

const onPort25 = { ports: [{ port: 25, role: 'smtp' as const }] };
const replies = { RCPT: ['503 5.5.1 Need MAIL first'] };

const points = ['noop', 'verbs-in-any-case', 'unknown-command-refused'].map(pointOf);

test('points are asked on one connection, one after the other, and each shows what was said for it', async () => {
  await using server = await ScriptedServer.start({ replies: { ...replies, XYZZY: ['500 5.5.1 No'] } });
  await using target = await startFakeTarget({ server, facts: onPort25 });

  const results = await Promise.all(points.map((point) => runCheck(point, target)));

  expect(results.map(({ verdict }) => verdict)).toEqual(['held', 'held', 'held']);
  // One session is of who looks whether the server tells one command from another.
  expect(server.received.filter((line) => line.startsWith('EHLO'))).toHaveLength(1 + 1);
  expect(server.received.at(-1)).toBe('QUIT');
  expect(results[2]?.evidence.transcripts[0]?.entries.map(({ text }) => text)).toEqual([
    'XYZZY',
    '500 5.5.1 No',
    'NOOP',
    '250 2.0.0 Ok',
  ]);
});

test('a connection that the server has ended meanwhile is renewed, and the point asked again', async () => {
  let noops = 0;
  await using server = await ScriptedServer.start({
    replies: {
      ...replies,
      NOOP: (socket) => {
        noops++;
        socket.write('250 2.0.0 Ok\r\n');
        if (noops === 2) socket.end();
      },
    },
  });
  await using target = await startFakeTarget({ server, facts: onPort25 });
  const [first, second] = points;
  if (!first || !second) throw new TypeError('no points');

  const results = await Promise.all([runCheck(first, target), runCheck(second, target)]);

  expect(results.map(({ verdict, reason }) => `${verdict} ${reason ?? ''}`.trim())).toEqual(['held', 'held']);
  expect(server.received.filter((line) => line.startsWith('EHLO'))).toHaveLength(2 + 1);
});

test('a connection that ends in the middle of a point for what others had said before is no answer to it', async () => {
  const unknown = new WeakMap<object, number>();
  await using server = await ScriptedServer.start({
    replies: {
      ...replies,
      // As Exim does: smtp_max_unknown_mail_commands.
      XYZZY: (socket) => {
        const times = (unknown.get(socket) ?? 0) + 1;
        unknown.set(socket, times);
        if (times < 3) socket.write('500 unrecognized command\r\n');
        else socket.end('500 Too many unrecognized commands\r\n');
      },
    },
  });
  await using target = await startFakeTarget({ server, facts: onPort25 });

  const asked = ['unknown-command-refused', 'unknown-command-500', 'one-reply-each'].map(pointOf);
  const results = await Promise.all(asked.map((point) => runCheck(point, target)));

  expect(results.map(({ verdict, reason }) => `${verdict} ${reason ?? ''}`.trim())).toEqual(['held', 'held', 'held']);
});

test('a transaction that a point begins against its will is ended before the next one', async () => {
  let open = false;
  await using server = await ScriptedServer.start({
    replies: {
      ...replies,
      MAIL: (socket) => {
        socket.write(open ? '502 5.5.1 Not now\r\n' : '250 2.1.0 Ok\r\n');
        open = true;
      },
      RSET: (socket) => {
        open = false;
        socket.write('250 2.0.0 Ok\r\n');
      },
    },
  });
  await using fake = await startFakeTarget({ server, facts: onPort25 });
  const summary = { name: 'x', image: 'x', mta: 'a mail server', versions: {}, hostname: 'x', notice: undefined };
  const target: Target = { ...fake, summary: async () => summary };
  const asked = ['mail-without-from-refused', 'unknown-parameter-refused'].map(pointOf);

  const results = await Promise.all(asked.map((point) => runCheck(point, target)));

  expect(results.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('saw 250'),
    expect.stringContaining('saw 250'),
  ]);
});

test('where no session is to be had, no point can tell', async () => {
  await using server = await ScriptedServer.start({ greeting: ['421 4.3.2 Come back later'] });
  await using target = await startFakeTarget({ server, facts: onPort25 });

  const results = await Promise.all(points.map((point) => runCheck(point, target)));

  expect(results.map(({ verdict }) => verdict)).toEqual(['could-not-tell', 'could-not-tell', 'could-not-tell']);
  expect(results[0]?.reason).toMatch(/^no session in which anything could be asked: 421 4\.3\.2 /);
});

function pointOf(name: string) {
  const point = rfc.checks.find(({ id }) => id === `rfc/${name}`);
  if (!point) throw new TypeError(`no point ${name}`);
  return point;
}
