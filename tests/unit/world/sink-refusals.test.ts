import { Sink } from '../../../helpers/world/sink';
import { address, send } from './sink-client';

const raw = 'Subject: x\r\n\r\n';

test.concurrent.each([
  ['mail', { mailFrom: 'a@inside.test', rcptTo: '' }],
  ['rcpt', { mailFrom: 'a@inside.test', rcptTo: 'b@outside.test' }],
  ['data', { mailFrom: 'a@inside.test', rcptTo: 'b@outside.test' }],
] as const)('a rule for %s decides by the envelope as it is then', async (at, envelope) => {
  await using sink = await Sink.start({ address, ports: [25] });
  const match = jest.fn(() => true);
  sink.answerWith({ match, at, code: 550, enhanced: '5.7.1', text: 'Relaying denied' });

  await expect(send(sink, raw)).rejects.toMatchObject({ responseCode: 550, response: '550 5.7.1 Relaying denied' });

  expect(match).toHaveBeenCalledWith(envelope);
  expect(sink.messages).toEqual([]);
});

test.concurrent('a rule holds for what matches, and until it is disposed', async () => {
  await using sink = await Sink.start({ address, ports: [25] });
  const to = ['full@outside.test', 'b@outside.test'];
  const isFull = ({ rcptTo }: { rcptTo: string }) => rcptTo === 'full@outside.test';

  {
    using _full = sink.answerWith({ match: isFull, at: 'rcpt', code: 452, enhanced: '4.2.2', text: 'Mailbox full' });
    await send(sink, raw, { to });
  }
  await send(sink, raw, { to });

  expect(sink.messages.map(({ rcptTo }) => rcptTo)).toEqual([['b@outside.test'], to]);
});

test.concurrent('of several rules that match the latest decides', async () => {
  await using sink = await Sink.start({ address, ports: [25] });
  sink.answerWith({ match: () => true, at: 'data', code: 550, enhanced: '5.7.1', text: 'first' });
  sink.answerWith({ match: () => true, at: 'data', code: 451, enhanced: '4.7.1', text: 'second' });
  sink.answerWith({ match: () => false, at: 'data', code: 554, enhanced: '5.0.0', text: 'third' });

  await expect(send(sink, raw)).rejects.toMatchObject({ response: '451 4.7.1 second' });
});
