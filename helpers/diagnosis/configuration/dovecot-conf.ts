/**
 * The sockets for Postfix that Dovecot's configuration makes, by their paths; undefined where none is in a part of it that may not be
 * all. What `doveconf -n` prints is all, and begins with the version.
 *
 *   service auth { unix_listener /var/spool/postfix/private/auth { … } }       2.x
 *   auth default { socket listen { client { path = /var/spool/postfix/private/auth … } } }       1.x
 */
export function socketsForPostfix(text: string): readonly string[] | undefined {
  const paths = text
    .split(/\r?\n/)
    .flatMap((line) => /^\s*(?:unix_listener|path\s*=)\s*"?(\/\S*\/private\/[^\s"{]+)/.exec(line)?.[1] ?? []);
  const isWhole = /^#\s*\d+\.\d+[\w.]*(?: \([\w-]+\))?: \/\S+/m.test(text);
  return paths.length > 0 || isWhole ? paths : undefined;
}
