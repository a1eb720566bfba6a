import { parseArgs } from 'node:util';
import { didYouMean } from '../../did-you-mean';

/** What the command line of `diagnose` asks for. A wrong one is a result too, with one line that says what is wrong. */
export type DiagnoseCommand =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | {
      readonly kind: 'diagnose';
      /** Files and directories; `-` for standard input. */
      readonly paths: readonly string[];
      /** Names or ids of running containers. */
      readonly containers: readonly string[];
      readonly format: 'text' | 'json' | 'sarif';
      /** Show what is only possible, and what is harmless, in full. */
      readonly all: boolean;
    };

/** Understands the arguments of `diagnose`, as the shell passes them. */
export function parseDiagnoseArguments(argv: readonly string[]): DiagnoseCommand {
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const flag = (name: OptionName) => given.some((token) => token.name === name);
  const problem = given.map(problemOf).find((found) => found !== undefined);
  if (problem !== undefined) return { kind: 'wrong', problem };
  if (flag('help')) return { kind: 'help' };
  if (flag('version')) return { kind: 'version' };
  if (flag('json') && flag('sarif')) return { kind: 'wrong', problem: 'give --json or --sarif, not both' };

  const paths = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const containers = given.flatMap((token) => (token.name === 'container' ? (token.value ?? []) : []));
  if (paths.length === 0 && containers.length === 0) {
    return { kind: 'wrong', problem: 'nothing to read: give a log, a configuration, a directory or --container NAME' };
  }
  if (paths.filter((path) => path === '-').length > 1) {
    return { kind: 'wrong', problem: 'standard input can be read once: give - once' };
  }
  const format = flag('json') ? 'json' : flag('sarif') ? 'sarif' : 'text';
  return { kind: 'diagnose', paths, containers, format, all: flag('all') };
}

const declared = {
  container: { type: 'string' },
  json: { type: 'boolean' },
  sarif: { type: 'boolean' },
  all: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof declared;

function isDeclared(name: string): name is OptionName {
  return Object.hasOwn(declared, name);
}

function problemOf(token: { readonly name: string; readonly rawName: string; readonly value?: string | undefined }) {
  if (!isDeclared(token.name)) {
    const meant = didYouMean(
      token.rawName,
      Object.keys(declared).map((name) => `--${name}`),
    );
    return `unknown option ${token.rawName}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  }
  const takesValue = declared[token.name].type === 'string';
  if (takesValue && !token.value) return `${token.rawName} needs a value`;
  return !takesValue && token.value !== undefined ? `${token.rawName} takes no value` : undefined;
}
