import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFormat } from './report-format';

/** Every format that there is a file for, by id. */
export const allFormats: readonly ReportFormat[] = readFormats(join(__dirname, '../formats'));

/** The formats with these ids, each once; those by default where none is named. Throws at one that is not known. */
export function formatsNamed(ids: readonly string[]): readonly ReportFormat[] {
  const unknown = ids.filter((id) => !allFormats.some((format) => format.id === id));
  if (unknown.length > 0) {
    throw new Error(`no such format: ${unknown.join(', ')}\n  → ${allFormats.map(({ id }) => id).join(', ')}`);
  }
  return allFormats.filter(({ id, byDefault }) => (ids.length > 0 ? ids.includes(id) : byDefault));
}

/** Reads the formats of a folder, sources as well as compiled. A file that holds none, or one of another name, is a mistake. */
export function readFormats(folder: string): readonly ReportFormat[] {
  const names = readdirSync(folder).flatMap((file) => /^(?!.*\.d\.ts$)(.+)\.[jt]s$/.exec(file)?.[1] ?? []);
  return names.sort().map((name) => {
    const path = join(folder, name);
    const { format } = require(path) as { readonly format?: ReportFormat };
    if (format?.id !== name) throw new Error(`${path} exports no \`format\` with the id ${name}`);
    return format;
  });
}
