/**
 * A message as DATA sends it, with the final dot: dots at the beginning of lines doubled, RFC 5321 section 4.5.2. Only
 * CRLF ends a line; a bare CR or LF stays as it is. Text becomes UTF-8; bytes, which may be of any charset, stay as they are.
 */
export function messageData(message: string | Buffer): Buffer {
  const bytes = typeof message === 'string' ? Buffer.from(message) : message;
  const text = bytes.toString('latin1');
  const whole = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`;
  return Buffer.from(`${whole.replace(/(^|\r\n)\./g, '$1..')}.\r\n`, 'latin1');
}
