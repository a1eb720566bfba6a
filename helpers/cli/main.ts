#!/usr/bin/env node
import './shared/compile-cache';

import { join } from 'node:path';
import { didYouMean } from '../did-you-mean';
import { asProgram } from './shared/as-program';
import { ownVersion } from './shared/own-version';
import type { Subcommand } from './shared/subcommand';
import { subcommandOf, subcommands } from './shared/subcommands';

/** The command of the package, `smtp-auth-harness`: hands over to one of its sub-commands, and returns the exit status. */
export async function main([word, ...argv]: readonly string[]): Promise<number> {
  const subcommand = word === undefined ? undefined : subcommandOf(word);
  if (subcommand) return areSetUp(subcommand, argv) ? subcommand.run(argv) : 2;
  const all = subcommands();
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    const { mainHelpText } = require('./shared/help-text') as typeof import('./shared/help-text');
    process.stdout.write(mainHelpText(all, process.stdout.columns));
    return word === undefined ? 2 : 0;
  }
  if (word === '--version') {
    process.stdout.write(`${ownVersion()}\n`);
    return 0;
  }
  const names = all.map(({ name }) => name);
  const meant = didYouMean(word, names);
  const hint = meant ? `did you mean ${meant}?` : `there is ${names.join(', ')}`;
  process.stderr.write(`smtp-auth-harness: unknown command "${word}"; ${hint}\n`);
  return 2;
}

/** Sees that every engine that the arguments need answers, before anything is done on one of them, and has the base image. */
function areSetUp({ startsContainers, engines }: Subcommand, argv: readonly string[]): boolean {
  if (!startsContainers(argv)) return true;
  const named = engines?.(argv) ?? [];
  if (named.length === 0) return setUp([], undefined);
  return named.every((engine) => setUp(['engine'], engine)) && named.every((engine) => setUp([], engine));
}

/**
 * A Docker engine and the base image, as npm's scripts see to them in a clone. It says itself what it can't do, and all of that
 * on standard error: standard output is the command's.
 */
function setUp(words: readonly string[], engine: string | undefined): boolean {
  // Loaded only for containers, as what a short log takes is mostly what is loaded for it.
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const { engineEnvironment } =
    require('../running/engine-environment') as typeof import('../running/engine-environment');
  const env = engineEnvironment(engine, process.env);
  const program = join(__dirname, '../../containers/setup.sh');
  return spawnSync('bash', [program, ...words], { stdio: ['inherit', 2, 2], env }).status === 0;
}

if (require.main === module) asProgram(process.argv[2] ?? 'smtp-auth-harness', main);
