import type { CommandUnknownOpts } from '@commander-js/extra-typings';

/**
 * One command of the command line. `helpers/cli/<name>/command.ts` exports it as `subcommand`; nothing else lists it: parser,
 * help, suggestions and docs/commands.md all come from here.
 */
export interface Subcommand {
  /** As it is typed, and the name of its folder. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Where it stands in that list. */
  readonly order: number;
  /** Its arguments and options, in a parser that has read nothing yet. */
  readonly declare: () => Declaration<CommandUnknownOpts>;
  /** Whether these arguments need a Docker engine and the base image. */
  readonly startsContainers: (argv: readonly string[]) => boolean;
  /** The engines that they name, as DOCKER_HOST would; undefined for a command that takes the one that is there. */
  readonly engines?: (argv: readonly string[]) => readonly string[];
  /** Does what the arguments ask, and returns the exit status. */
  readonly run: (argv: readonly string[]) => Promise<number>;
}

/** What a command takes, and what its help says besides. */
export interface Declaration<C> {
  readonly command: C;
  /** The ways to call it: what follows its name, with what that does. */
  readonly usage: readonly (readonly [synopsis: string, meaning: string])[];
  readonly exitStatus: readonly (readonly [status: number, meaning: string])[];
  readonly examples: readonly string[];
  /** What remains to be said, in paragraphs. */
  readonly notes?: readonly string[];
}
