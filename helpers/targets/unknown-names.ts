import type { DnsQuery } from '../model/zone';

/** The other containers that a server looks for and that are not there, and what to do about it; undefined where there are none. */
export function unknownNamesInWords(queries: readonly DnsQuery[]): string | undefined {
  const names = unknownNames(queries);
  if (names.length === 0) return undefined;
  const list = names.join(', ');
  return (
    `It looks for ${list}, and nobody here has that name. A service of a compose file starts when the profile says so: ` +
    `compose: { file, service, with: [${list}] }`
  );
}

/** Names that nobody has, of one word, as services have. */
function unknownNames(queries: readonly DnsQuery[]): readonly string[] {
  const names = queries
    .filter(({ name, type, answer }) => (type === 'A' || type === 'AAAA') && answer === 'NXDOMAIN' && isOneWord(name))
    .map(({ name }) => name.toLowerCase());
  return [...new Set(names)];
}

function isOneWord(name: string): boolean {
  return /^[a-z][a-z0-9_-]*$/i.test(name) && !/^(localhost|local|localdomain)$/i.test(name);
}
