import { within } from '../../../helpers/running/within';

test('work that ends in time is what comes of it, be it good or bad', async () => {
  await expect(within(60_000, Promise.resolve('yes'))).resolves.toBe('yes');
  await expect(within(60_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('work that does not end in time is an error that says so', async () => {
  await expect(within(10, new Promise(() => {}))).rejects.toThrow('it had no end after 0.01 s');
});
