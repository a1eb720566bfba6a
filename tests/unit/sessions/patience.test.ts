import os from 'node:os';
import { patienceMs } from '../../../helpers/sessions/patience';
import { startFakeTarget } from '../targets/fake-target';

const throttled =
  'Nov 24 23:49:37 mail postfix/master[12]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling';

beforeEach(() => jest.spyOn(os, 'loadavg').mockReturnValue([0, 0, 0]));

test('an answer is waited for ten seconds, and one second from when the log says that a service is held back', async () => {
  await using target = await startFakeTarget();
  target.log.write('Nov 24 23:49:36 mail postfix/master[12]: daemon started -- version 3.7.11');
  expect(patienceMs(target)).toBe(10_000);

  target.log.write(throttled);
  expect(patienceMs(target)).toBe(1_000);

  target.log.write('Nov 24 23:50:37 mail postfix/smtpd[20]: connect from client.example.org[192.0.2.7]');
  expect(patienceMs(target)).toBe(1_000);
});

test('a master that was started again holds nothing back', async () => {
  await using target = await startFakeTarget();
  target.log.write(throttled);
  expect(patienceMs(target)).toBe(1_000);

  target.log.write('Nov 24 23:50:36 mail postfix/master[30]: daemon started -- version 3.7.11');
  expect(patienceMs(target)).toBe(10_000);

  target.log.write(throttled);
  expect(patienceMs(target)).toBe(1_000);
});

test('no line of a log is read twice, however often somebody asks', async () => {
  await using target = await startFakeTarget();
  const asked = jest.spyOn(target.log, 'linesSince');
  target.log.write('Nov 24 23:49:36 mail postfix/master[12]: daemon started -- version 3.7.11');
  patienceMs(target);

  target.log.write(throttled);
  patienceMs(target);
  patienceMs(target);

  expect(asked.mock.calls).toEqual([[0], [1], [2]]);
});

test('where each processor has several programs to run, answers take longer', async () => {
  await using target = await startFakeTarget();
  const withLoad = (perProcessor: number) => {
    jest.spyOn(os, 'loadavg').mockReturnValue([perProcessor * os.availableParallelism(), 0, 0]);
    return patienceMs(target);
  };

  expect([0, 2, 2.00007, 4, 8, 100].map(withLoad)).toEqual([10_000, 10_000, 10_000, 20_000, 40_000, 60_000]);
});
