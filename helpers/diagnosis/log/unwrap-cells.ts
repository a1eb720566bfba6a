import type { ObjectLine } from './unwrap-json';

/** The cells of a table's row: of a CSV file, or between bars as a page shows them. One cell: it is no row. */
export function cellsOf(text: string): readonly string[] {
  if (/^[^|"]{8,40} \| /.test(text)) return text.split(/\s*\|\s*/);
  for (const separator of [',', ';', '\t']) {
    const cells = splitAt(separator, text);
    // Commas and semicolons are in many a line that is no row.
    const isRow = separator === '\t' || text.startsWith('"') || cells.some((cell) => programCell.test(cell));
    if (cells.length >= 3 && isRow) return cells;
  }
  return [];
}

/** Finds a program in a cell of its own, and the message. */
export function unwrapCells(cells: readonly string[]): ObjectLine | undefined {
  const time = cells.find((cell) => /^\d[\d.:/T ,+Z-]{7,}(?: [AP]M)?$|^[A-Z][a-z]{2} [ \d]\d, \d{4} @ \d/.test(cell));
  const rest = cells.filter((cell) => cell !== time && cell !== '');
  const index = rest.findIndex((cell) => programCell.test(cell));
  if (index >= 0) {
    const others = rest.filter((_cell, at) => at !== index);
    const message = others.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');
    const [, program = '', inBrackets] = programCell.exec(rest[index] ?? '') ?? [];
    const pid = inBrackets ?? others.find((cell) => /^\d{1,7}$/.test(cell));
    return message === '' ? undefined : { time, program, pid: pid === undefined ? undefined : Number(pid), message };
  }
  // 03.08.2021, 10:40:22 | crit | fatal: in parameter smtpd_relay_restrictions …
  const message = rest.filter((cell) => !level.test(cell)).at(-1);
  const isLogged = time !== undefined && rest.some((cell) => level.test(cell));
  const inside = rest.find((cell) => /(?:postfix|dovecot|saslauthd)\S*\[\d+\]: /.test(cell));
  if (inside !== undefined) return { time, program: undefined, pid: undefined, message: inside };
  return isLogged && message !== undefined ? { time, program: undefined, pid: undefined, message } : undefined;
}

const programCell = /^((?:postfix|dovecot|saslauthd|opendkim|rspamd)[\w./:@+-]*)(?:\[(\d+)\])?:?$/;
const level = /^\[?(?:emerg(?:ency)?|alert|crit(?:ical)?|err(?:or)?|warn(?:ing)?|notice|info|debug|fatal|-+)\]?$/i;

function splitAt(separator: string, text: string): readonly string[] {
  if (!text.includes(separator)) return [];
  const cells: string[] = [];
  const cell = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|((?!")[^${separator}]*))(?=${separator}|$)`, 'gy');
  let end = 0;
  for (const match of text.matchAll(cell)) {
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    end = match.index + match[0].length;
  }
  return end === text.length ? cells : [];
}
