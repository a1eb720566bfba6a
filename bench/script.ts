import { Command, InvalidArgumentError } from '@commander-js/extra-typings';

/** A long-running script of this folder, as `npm run` starts it: --help says what it does, and a wrong option ends it with 2. */
export function script(name: string, description: string) {
  return new Command(`npm run ${name} --`)
    .description(description)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

/** Reads the value of an option that is a number from `least` on. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d+$/.test(text) || Number(text) < least)
      throw new InvalidArgumentError(`It wants a number from ${least} on.`);
    return Number(text);
  };
}
