import type { SMTPServer, SMTPServerSession } from 'smtp-server';

/**
 * Makes a session take every path of RFC 5321 as it is written. On its own smtp-server refuses `<"a@b"@c.test>`,
 * `<"a b"@c.test>` and `<user>`, cuts `@relay.test:` off and turns `xn--` into Unicode. A target that relays such an
 * address is an open relay all the same, and a sink that refuses it would let it pass as safe.
 */
export function acceptAnyAddress(server: SMTPServer, { id }: SMTPServerSession): void {
  const connection = [...server.connections].find((each) => each.id === id);
  if (connection === undefined) return;
  // Its option for lenient parsing doesn't go as far, so its own parser is given an address that it can't object to.
  const parse = connection._parseAddressCommand.bind(connection);
  connection._parseAddressCommand = (verb, command) => {
    const line = command.toString();
    const path = pathPattern.exec(line);
    if (path === null) return parse(verb, command);
    const parsed = parse(verb, line.slice(0, path.index) + placeholder + line.slice(path.index + path[0].length));
    return parsed && { ...parsed, address: path[1] ?? '' };
  };
}

const placeholder = '<any@sink.test>';

// RFC 5321 section 4.1.2: in a quoted string a `>` is text.
const pathPattern = /<((?:"(?:\\.|[^"\\])*"|[^">])*)>/;
