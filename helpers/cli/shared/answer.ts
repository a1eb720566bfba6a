import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { complainAs } from './as-program';
import { helpText } from './help-text';
import { ownVersion } from './own-version';
import type { Parsed } from './parse';
import type { Declaration } from './subcommand';

/** What a command does with arguments that don't ask for its work: helps, says its version, or what is wrong; the exit status. */
export function answer(
  name: string,
  parsed: Exclude<Parsed<unknown>, { readonly kind: 'given' }>,
  declaration: Declaration<CommandUnknownOpts>,
): number {
  if (parsed.kind === 'wrong') {
    complainAs(name, `${parsed.problem} (--help explains the options)`);
    return 2;
  }
  const text = parsed.kind === 'help' ? helpText(name, declaration, process.stdout.columns) : `${ownVersion()}\n`;
  process.stdout.write(text);
  return 0;
}
