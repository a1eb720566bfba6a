/**
 * Text of the wire: UTF-8 where it is valid (RFC 6531 section 3.7.4.1), else one character for each byte, so that a
 * legacy server's text stays readable and nothing is lost.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') ? buffer.toString('latin1') : text;
}
