import { markerComesThrough } from '../../../helpers/sessions/marker';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

const fromInsideAlone = { logins: [] };

test('those who ask at the same time share one message', async () => {
  await using target = await startFakeTarget();

  const answers = await Promise.all([1, 2, 3].map(() => markerComesThrough(target)));

  expect(answers).toEqual([true, true, true]);
  expect(target.sink.messages).toHaveLength(1);
});

test('who asks while a message is under way is answered by the next, which was sent after the call', async () => {
  await using target = await startFakeTarget();
  const first = markerComesThrough(target);
  await new Promise(setImmediate);

  const second = markerComesThrough(target);
  const third = markerComesThrough(target);
  await first;

  expect(target.sink.messages).toHaveLength(1);
  expect(await Promise.all([second, third])).toEqual([true, true]);
  expect(target.sink.messages).toHaveLength(2);
});

test('what is refused does not come through, and what is sent when it is accepted again does', async () => {
  await using target = await startFakeTarget({ facts: fromInsideAlone });
  {
    using _refusal = target.sink.answerWith({
      match: () => true,
      at: 'rcpt',
      code: 554,
      enhanced: '5.7.1',
      text: 'No',
    });
    expect(await markerComesThrough(target)).toBe(false);
  }

  expect(await markerComesThrough(target)).toBe(true);
});

test('where the trusted client is refused, a user who logs in is tried', async () => {
  await using server = await ScriptedServer.start({
    replies: { EHLO: ['250-mail', '250 AUTH PLAIN'], RCPT: ['554 5.7.1 No'], AUTH: ['235 2.7.0 Ok'] },
  });
  await using target = await startFakeTarget({
    server,
    facts: { logins: [{ port: 587, security: 'plain', mechanisms: ['PLAIN'] }] },
  });

  expect(await markerComesThrough(target)).toBe(false);
  expect(server.received.filter((line) => /^(AUTH PLAIN|RCPT) /.test(line)).map((line) => line.slice(0, 4))).toEqual([
    'RCPT',
    'AUTH',
    'RCPT',
  ]);
});

test('one that the log says is deferred is not waited for', async () => {
  await using server = await ScriptedServer.start({ replies: { '.': ['250 2.0.0 Ok: queued as ABC123'] } });
  await using target = await startFakeTarget({ server, facts: { ...fromInsideAlone, log: 'postfix' } });
  target.log.write('postfix/smtp[9]: ABC123: to=<a@elsewhere.example>, relay=none, status=deferred (timed out)');

  expect(await markerComesThrough(target)).toBe(false);
}, 3_000);

test('one that could not be sent at all fails those who asked, and no one after them', async () => {
  await using real = await startFakeTarget();
  let isBroken = true;
  const target = {
    ...real,
    clientAddress: () => {
      if (isBroken) throw new Error('the lab is gone');
      return real.clientAddress('inside', 25);
    },
  };

  await expect(markerComesThrough(target)).rejects.toThrow('the lab is gone');
  isBroken = false;

  expect(await markerComesThrough(target)).toBe(true);
});
