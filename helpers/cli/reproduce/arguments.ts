import { didYouMean } from '../../did-you-mean';
import { parse } from '../shared/parse';
import { declareReproduce } from './options';

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
  const parsed = parse(declareReproduce().command, argv);
  if (parsed.kind !== 'given') return parsed;
  const { image, keep = false, clean, docs } = parsed.options;
  const [word, ...more] = parsed.words;
  if (clean) return { kind: 'clean' };
  if (docs !== undefined) return { kind: 'docs', folder: docs === true ? undefined : docs };
  if (more.length > 0) return { kind: 'wrong', problem: `one failure mode at a time, and not also ${more.join(', ')}` };
  if (word === undefined || ids.some((id) => id.startsWith(`${word}/`))) return { kind: 'list', family: word };
  if (!ids.includes(word)) return { kind: 'wrong', problem: unknown(word, ids) };
  return { kind: 'reproduce', id: word, image, keep };
}

function unknown(word: string, ids: readonly string[]): string {
  const families = [...new Set(ids.map((id) => id.split('/')[0] ?? ''))];
  const names = ids.map((id) => id.split('/')[1] ?? '');
  // A name without its family is a name half remembered.
  const whole = ids[names.indexOf(word)];
  const meant = whole ?? didYouMean(word, [...ids, ...families]);
  return `no failure mode or family is called "${word}"${meant === undefined ? '; without arguments all are listed' : `; did you mean ${meant}?`}`;
}
