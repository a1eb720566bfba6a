import addressparser from 'nodemailer/lib/addressparser';

/**
 * The addresses in what somebody gives for recipients or a sender: an address as it is, or what Nodemailer reads, such as
 * `Dave <dave@elsewhere.example>` or several with commas. Throws a TypeError for what no address is in: it would go to the
 * server as one, and its syntax error would pass for a refusal.
 */
export function mailAddresses(given: string): readonly string[] {
  if (bare.test(given)) return [given];
  // Nodemailer would read a second line as part of the name.
  const oneLine = /\p{Cc}/u.test(given) ? '' : given;
  const addresses = addressparser(oneLine, { flatten: true }).map(({ address }) => address);
  if (addresses.length === 0 || !addresses.every((address) => bare.test(address))) {
    throw new TypeError(
      `${JSON.stringify(given)} is no mail address: write dave@elsewhere.example or Dave <dave@elsewhere.example>; ` +
        'a session sends any line: session.rcpt(…)',
    );
  }
  return addresses;
}

/**
 * What goes to the server untouched, such as `"dave smith"@example.test`, `postmaster`, `elsewhere.example!dave` or the source
 * route `@example.test:dave@elsewhere.example`: the syntax of RFC 5321 section 4.1.2, and what servers take beyond it.
 */
const bare = /^(?:@[^\s<>:"]+:)?(?:"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*"|[^\s\p{Cc}"<>(),;])+$/u;
