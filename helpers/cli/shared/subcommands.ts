import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownProgram } from '../../running/own-program';
import type { Subcommand } from './subcommand';

/** All commands, in the order of the help: every folder beside this one that has a `command`. */
export function subcommands(): readonly Subcommand[] {
  const rooms = join(__dirname, '..');
  return readdirSync(rooms)
    .map((folder) => join(rooms, folder, 'command'))
    .filter((path) => existsSync(ownProgram(path)))
    .map((path) => (require(path) as { readonly subcommand: Subcommand }).subcommand)
    .sort((a, b) => a.order - b.order);
}
