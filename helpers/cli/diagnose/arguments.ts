import { parse } from '../shared/parse';
import { declareDiagnose } from './options';

/** What the command line of `diagnose` asks for. A wrong one is a result too, with one line that says what is wrong. */
export type DiagnoseCommand =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | {
      readonly kind: 'diagnose';
      /** Files and directories; `-` for standard input. */
      readonly paths: readonly string[];
      /** A log to follow as it grows; true: the logs of the containers. */
      readonly follow: string | true | undefined;
      /** Names or ids of containers. */
      readonly containers: readonly string[];
      /** A compose file, all containers of which are meant. */
      readonly compose: string | undefined;
      readonly format: 'text' | 'json' | 'sarif';
      /** Show what is only possible, and what is harmless, in full. */
      readonly all: boolean;
    };

/** Understands the arguments of `diagnose`, as the shell passes them. */
export function parseDiagnoseArguments(argv: readonly string[]): DiagnoseCommand {
  const parsed = parse(declareDiagnose().command, argv);
  if (parsed.kind !== 'given') return parsed;
  const { words: paths, options } = parsed;
  const { container: containers = [], compose, follow, json = false, sarif = false, all = false } = options;
  if (json && sarif) return { kind: 'wrong', problem: 'give --json or --sarif, not both' };
  if (follow !== undefined && (json || sarif)) {
    return { kind: 'wrong', problem: '--follow tells in words: leave --json and --sarif out' };
  }
  const noContainers = containers.length === 0 && compose === undefined;
  if (follow === true && noContainers) {
    return {
      kind: 'wrong',
      problem: '--follow needs a log, or containers: --follow FILE, or --container NAME --follow',
    };
  }
  if (paths.length === 0 && noContainers && follow === undefined) {
    return { kind: 'wrong', problem: 'nothing to read: give a log, a configuration, a directory or --container NAME' };
  }
  if (paths.filter((path) => path === '-').length > 1) {
    return { kind: 'wrong', problem: 'standard input can be read once: give - once' };
  }
  const format = json ? 'json' : sarif ? 'sarif' : 'text';
  return { kind: 'diagnose', paths, follow, containers, compose, format, all };
}
