import { didYouMean } from '../../did-you-mean';
import { WrongUsage } from '../shared/parse';
import type { Catalogue } from './catalogue';

/** Reads what `--suite` names: the ids of suites. Throws WrongUsage for what names none. */
export function suitesNamed({ suites }: Pick<Catalogue, 'suites'>) {
  const ids = suites.map(({ id }) => id);
  return (text: string) => named('suite', text, { ids, otherwise: `there is ${ids.join(', ')}` });
}

/** Reads what `--check` names: the ids of checks. Throws WrongUsage for what names none. */
export function checksNamed({ suites }: Pick<Catalogue, 'suites'>) {
  const ids = suites.flatMap(({ checks }) => checks.map(({ id }) => id));
  return (text: string) => named('check', text, { ids, otherwise: '--list shows all' });
}

interface Known {
  readonly ids: readonly string[];
  /** What to say where no id is like the text. */
  readonly otherwise: string;
}

function named(what: string, text: string, { ids, otherwise }: Known): readonly string[] {
  if (/[*?]/.test(text)) {
    const found = ids.filter((id) => pattern(text).test(id));
    if (found.length === 0) throw new WrongUsage(`no ${what} matches "${text}"; ${otherwise}`);
    return found;
  }
  if (ids.includes(text)) return [text];
  const meant = didYouMean(text, ids);
  throw new WrongUsage(`unknown ${what} "${text}"; ${meant === undefined ? otherwise : `did you mean ${meant}?`}`);
}

/** `*` for any characters, `?` for any one, as in a shell; all others are themselves. */
function pattern(text: string): RegExp {
  const escaped = text.replaceAll(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
