/** In clear, URL, hex and base64; the last at each of the three places at which it can begin within what is encoded. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice([0, 2, 3][before], encoded.length - 1);
  });
  return [
    secret,
    encodeURIComponent(secret),
    hex,
    hex.toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    ...base64,
  ];
}
