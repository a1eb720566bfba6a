/**
 * A line of a dialogue or a question to the DNS without what differs from run to run of one and the same image. This is the one
 * place that knows what does: what is not named here counts as behaviour.
 */
export function normalise(text: string): string {
  return varying.reduce((line, [pattern, instead]) => line.replace(pattern, instead), text);
}

const varying: readonly (readonly [RegExp, string])[] = [
  // The token by which a check knows its own mail again (helpers/sessions).
  [/\bt[0-9a-f]{10}\b/g, '<token>'],
  // What servers say of a message that they have taken: Postfix's, Exim's and others' queue ids.
  [/\b(queued as|id[ =])\s*[\w-]{6,}/gi, '$1 <id>'],
  // A challenge of a mechanism has a nonce, a time, or both (RFC 4954 section 4).
  [/(?<auth>^(?:TLS )?AUTH \S+ )334 \S.*$/, '$<auth>334 <challenge>'],
  // Where the engine has put the containers; the networks of checks are named by their vantage point.
  [/\b172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}\b(?::\d+)?/g, '<container>'],
  [/\b\d{1,3}\.\d{1,3}\.(?:1[6-9]|2\d|3[01])\.172\.(?=[a-z])/g, '<container>.'],
  // An address that the check has made up: which one it was, its id says.
  [/<(?:[^<>\s]|<\w+>)*<token>(?:[^<>\s]|<\w+>)*>/g, '<address>'],
  [/\b\d+(?:\.\d+)? ?m?s\b/g, '<time>'],
];
