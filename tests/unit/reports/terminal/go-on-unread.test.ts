import { EventEmitter } from 'node:events';
import { goOnUnread } from '../../../../reports/terminal/go-on-unread';

test('a reader that has left is no error', () => {
  const output = new EventEmitter();
  goOnUnread([output]);

  expect(() => output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
});

test('a disk that is full is one', () => {
  const output = new EventEmitter();
  goOnUnread([output]);

  const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
  expect(() => output.emit('error', full)).toThrow(full);
});
