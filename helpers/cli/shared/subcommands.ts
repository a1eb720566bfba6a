import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownProgram } from '../../running/own-program';
import type { Subcommand } from './subcommand';

/** The command of that name; undefined where there is none. It alone is loaded: all of them take longer than a short log. */
export function subcommandOf(name: string): Subcommand | undefined {
  const path = join(__dirname, '..', name, 'command');
  return /^[a-z]+$/.test(name) && existsSync(ownProgram(path)) ? load(path) : undefined;
}

/** All commands, in the order of the help: every folder beside this one that has a `command`. */
export function subcommands(): readonly Subcommand[] {
  const rooms = join(__dirname, '..');
  return readdirSync(rooms)
    .map((folder) => join(rooms, folder, 'command'))
    .filter((path) => existsSync(ownProgram(path)))
    .map(load)
    .sort((a, b) => a.order - b.order);
}

function load(path: string): Subcommand {
  return (require(path) as { readonly subcommand: Subcommand }).subcommand;
}
