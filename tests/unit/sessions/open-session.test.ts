import type { Socket } from 'node:net';
import { openSession } from '../../../helpers/sessions/open-session';
import { inWords } from '../../../helpers/smtp/answers';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

const route = { port: 25, security: 'plain' } as const;

/** Greets the first clients so, and lets those after them in. */
function greeting(...first: readonly string[]) {
  const left = [...first];
  return ScriptedServer.start({
    greeting: (socket: Socket) => void socket.write(`${left.shift() ?? '220 mail.example.test'}\r\n`),
  });
}

test.each([
  '421 Too many concurrent SMTP connections; please try again later.',
  '421 4.7.0 mail.example.test Error: too many connections from 203.0.113.9',
])('a server that has no room for the moment is asked again: %s', async (full) => {
  await using server = await greeting(full, full);
  await using target = await startFakeTarget({ server });

  await using session = await openSession(target, route);

  expect(inWords(session.greeting)).toBe('220 mail.example.test');
});

test.each([
  '421 4.7.0 Too many failed logins',
  '421 4.3.2 Service not available',
  '554 5.7.1 Too many connections of that kind',
])('what a server says of anything else is taken as it is: %s', async (refusal) => {
  await using server = await greeting(refusal);
  await using target = await startFakeTarget({ server });

  await using session = await openSession(target, route);

  expect(inWords(session.greeting)).toBe(refusal);
});
