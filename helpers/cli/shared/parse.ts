import type { Command, OptionValues } from '@commander-js/extra-typings';
import { CommanderError } from 'commander';
import { didYouMean } from '../../did-you-mean';

/** What a command line comes to. A wrong one is a result too, with one line that says what is wrong. */
export type Parsed<Options> =
  | { readonly kind: 'given'; readonly options: Options; readonly words: readonly string[] }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** A value that an option or argument can not have; thrown by what reads it, and caught by `parse`. */
export class WrongUsage extends Error {}

/** Reads arguments, as the shell passes them, with a parser that has read nothing yet. */
export function parse<Arguments extends unknown[], Options extends OptionValues>(
  command: Command<Arguments, Options>,
  argv: readonly string[],
): Parsed<Options> {
  command
    .option('--version', 'the version of smtp-auth-harness')
    .allowExcessArguments()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .exitOverride();
  refuseEmptyValues(command as unknown as Command);
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', problem: error.message };
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return { kind: 'help' };
    return { kind: 'wrong', problem: inOurWords(error, optionNames(command as unknown as Command)) };
  }
  const options = command.opts();
  return 'version' in options ? { kind: 'version' } : { kind: 'given', options, words: command.args };
}

/** For an option that may be given several times: all of its values, each as `read` has it. */
export function repeatable<T>(read: (text: string) => T) {
  return (text: string, previous: readonly T[] | undefined): readonly T[] => [...(previous ?? []), read(text)];
}

/** `--out ''` is what a shell makes of a variable that is not set; commander takes it. */
function refuseEmptyValues(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const read = option.parseArg ?? ((text: string) => text);
    option.argParser((text, previous) => {
      if (text === '') throw new WrongUsage(`${option.long} needs a value`);
      return read(text, previous as never);
    });
  }
}

function optionNames(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), '--help'];
}

/** Commander's errors have a code and a text; the option is in the text alone. */
function inOurWords({ code, message }: CommanderError, names: readonly string[]): string {
  const [, quoted = ''] = /'(.*?)'/s.exec(message) ?? [];
  if (code === 'commander.optionMissingArgument') return `${quoted.split(' ')[0]} needs a value`;
  if (code !== 'commander.unknownOption') return message.replace(/^error: /, '');
  const [name = ''] = quoted.split('=');
  if (names.includes(name)) return `${name} takes no value`;
  const meant = didYouMean(name, names);
  return `unknown option ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}
