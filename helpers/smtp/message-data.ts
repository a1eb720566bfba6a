/**
 * A message as DATA sends it, with the final dot: dots at the beginning of lines doubled, RFC 5321 section 4.5.2. Only
 * CRLF ends a line; a bare CR or LF stays as it is.
 */
export function messageData(message: string): Buffer {
  const whole = message === '' || message.endsWith('\r\n') ? message : `${message}\r\n`;
  return Buffer.from(`${whole.replace(/(^|\r\n)\./g, '$1..')}.\r\n`);
}
