import { messageData } from '../../../helpers/smtp/message-data';

test.each([
  ['text\r\n', 'text\r\n.\r\n'],
  ['no end', 'no end\r\n.\r\n'],
  ['.\r\n', '..\r\n.\r\n'],
  ['a\r\n.b\r\n..c\r\n', 'a\r\n..b\r\n...c\r\n.\r\n'],
  ['\r\n.\r\n.\r\n', '\r\n..\r\n..\r\n.\r\n'],
  ['a.\r\nb\n.c\r\n', 'a.\r\nb\n.c\r\n.\r\n'],
  ['', '.\r\n'],
])('%j goes as %j', (message, data) => {
  expect(messageData(message).toString()).toBe(data);
});
