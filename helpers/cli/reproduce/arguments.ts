import { parseArgs } from 'node:util';
import { didYouMean } from '../../did-you-mean';

/** What the command line asks for. */
export type ReproduceCommand =
  | { readonly kind: 'list'; readonly family: string | undefined }
  | {
      readonly kind: 'reproduce';
      readonly id: string;
      readonly image: string | undefined;
      readonly keep: boolean;
    }
  | { readonly kind: 'clean' | 'help' | 'version' }
  | { readonly kind: 'docs'; readonly folder: string | undefined }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Understands the arguments of `reproduce`; `ids` are those of the catalogue. */
export function parseReproduceArguments(argv: readonly string[], ids: readonly string[]): ReproduceCommand {
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const problem = options.map(problemOf).find((found) => found !== undefined);
  if (problem !== undefined) return { kind: 'wrong', problem };

  const flag = (name: OptionName) => options.some((option) => option.name === name);
  const value = (name: OptionName) => options.filter((option) => option.name === name).at(-1)?.value;
  if (flag('help')) return { kind: 'help' };
  if (flag('version')) return { kind: 'version' };
  if (flag('clean')) return { kind: 'clean' };
  const [word, ...more] = words;
  if (more.length > 0) return { kind: 'wrong', problem: `one failure mode at a time, and not also ${more.join(', ')}` };
  if (flag('docs')) return { kind: 'docs', folder: word };
  if (word === undefined || ids.some((id) => id.startsWith(`${word}/`))) return { kind: 'list', family: word };
  if (!ids.includes(word)) return { kind: 'wrong', problem: unknown(word, ids) };
  return { kind: 'reproduce', id: word, image: value('image'), keep: flag('keep') };
}

const declared = {
  image: { type: 'string' },
  keep: { type: 'boolean' },
  clean: { type: 'boolean' },
  docs: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof declared;

interface Option {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function problemOf({ name, rawName, value }: Option): string | undefined {
  if (!Object.hasOwn(declared, name)) {
    const meant = didYouMean(
      rawName,
      Object.keys(declared).map((known) => `--${known}`),
    );
    return `unknown option ${rawName}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  }
  const takesValue = declared[name as OptionName].type === 'string';
  if (takesValue && !value) return `${rawName} needs a value`;
  return !takesValue && value !== undefined ? `${rawName} takes no value` : undefined;
}

function unknown(word: string, ids: readonly string[]): string {
  const families = [...new Set(ids.map((id) => id.split('/')[0] ?? ''))];
  const names = ids.map((id) => id.split('/')[1] ?? '');
  // A name without its family is a name half remembered.
  const whole = ids[names.indexOf(word)];
  const meant = whole ?? didYouMean(word, [...ids, ...families]);
  return `no failure mode or family is called "${word}"${meant === undefined ? '; without arguments all are listed' : `; did you mean ${meant}?`}`;
}
