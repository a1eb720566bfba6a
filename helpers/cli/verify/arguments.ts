import { defaultOptions, type RunOptions } from '../../settings/settings';
import { type Parsed, parse, WrongUsage } from '../shared/parse';
import { type Catalogue, idsAsked } from './catalogue';
import { declareVerify, defaultBaseline } from './options';
import type { NamedServer } from './running-server';
import { ofShard, shardText } from './shard';
import { type NamedTarget, targetNamed } from './targets';

/** What the command line asks for. A wrong one is a result too, with one line that says what is wrong. */
export type Command =
  | RunCommand
  | { readonly kind: 'list'; readonly only: readonly string[]; readonly json: boolean }
  | { readonly kind: 'clean'; readonly engines: readonly string[] }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** To ask one server, every reference server, or several that were named. */
export interface RunCommand {
  readonly kind: 'run' | 'matrix' | 'several';
  readonly options: RunOptions;
  /** The servers that were named, each once; one or none where one is asked, which `options` have. */
  readonly targets: readonly NamedTarget[];
  /** The engines that were named, each once. */
  readonly engines: readonly string[];
  /** A server that runs already, still to be agreed on. */
  readonly host: NamedServer | undefined;
  /** Ask only what did not hold in the last run. */
  readonly lastFailed: boolean;
  readonly out: string | undefined;
  /** Formats of the reports; empty: those by default. */
  readonly formats: readonly string[];
  /** The result goes to standard output, all else to standard error. */
  readonly json: boolean;
  readonly show: 'only what is wrong' | 'the usual' | 'everything';
  readonly open: boolean;
  readonly keep: boolean;
  /** The file that the run is compared with. */
  readonly baseline: string | undefined;
  /** The file to which the run is written as a baseline. */
  readonly writeBaseline: string | undefined;
}

/** Understands the arguments of `verify`, as the shell passes them. */
export function parseArguments(argv: readonly string[], catalogue: Catalogue): Command {
  const parsed = parse(declareVerify(catalogue).command, argv);
  if (parsed.kind !== 'given') return parsed;
  try {
    return commandOf(parsed.options, targetsOf(parsed.options, parsed.words, catalogue), catalogue);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    return { kind: 'wrong', problem: error.message };
  }
}

/** What the options ask for. Throws WrongUsage for what does not go together. */
function commandOf(given: Given, targets: readonly NamedTarget[], catalogue: Catalogue): Command {
  const problem = conflict(given, targets);
  if (problem !== undefined) throw new WrongUsage(problem);
  const named = [...(given.suite ?? []), ...(given.check ?? [])].flat();
  const only = given.shard === undefined ? named : ofShard(idsAsked(catalogue.suites, named), given.shard);
  if (given.shard !== undefined && only.length === 0) {
    throw new WrongUsage(`there are fewer checks than shards: nothing is left for ${shardText(given.shard)}`);
  }
  const engines = [...new Set(given.engine ?? [])];
  if (given.clean) return { kind: 'clean', engines };
  if (given.list) return { kind: 'list', only, json: given.json ?? false };
  const [target] = targets;
  return {
    kind: given.matrix ? 'matrix' : targets.length > 1 ? 'several' : 'run',
    targets,
    engines,
    options: {
      ...defaultOptions,
      engine: engines[0],
      image: target?.image ?? defaultOptions.image,
      profile: given.profile ?? target?.profile,
      ports: [...new Set((given.port ?? []).flat())],
      only,
      set: given.set ?? [],
      before: given.before,
      shard: given.shard && shardText(given.shard),
      maxFailures: given.maxFailures,
      readyTimeoutMs: inMs(given.readyTimeout),
      strict: given.strict ?? false,
      thorough: given.thorough ?? false,
      showSecrets: given.showSecrets ?? false,
    },
    host: namedServer(given),
    lastFailed: given.lastFailed ?? false,
    out: given.out,
    formats: given.format ?? [],
    json: given.json ?? false,
    show: given.quiet ? 'only what is wrong' : given.verbose ? 'everything' : 'the usual',
    open: given.open ?? false,
    keep: given.keep ?? false,
    baseline: given.baseline,
    writeBaseline:
      given.writeBaseline === true ? (given.baseline ?? defaultBaseline) : given.writeBaseline || undefined,
  };
}

type Given = Extract<
  Parsed<ReturnType<ReturnType<typeof declareVerify>['command']['opts']>>,
  { readonly kind: 'given' }
>['options'];

/** The server that runs already, as it is named. */
function namedServer({ host, readyTimeout, user, fromDomain, toDomain, send, yes }: Given): NamedServer | undefined {
  if (host === undefined) return undefined;
  const domains = { fromDomain: fromDomain ?? 'example.org', toDomain: toDomain ?? 'example.com' };
  return {
    ...host,
    ...domains,
    readyTimeoutMs: inMs(readyTimeout),
    user,
    send: send ?? false,
    agreed: yes ?? false,
  };
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** A bare word is a server; a suite is named with `--suite`, which npm eats when it comes before its `--`. */
function targetsOf(
  { image = [], targets = [] }: Given,
  words: readonly string[],
  { images, suites }: Catalogue,
): readonly NamedTarget[] {
  const suite = words.find((word) => suites.some(({ id }) => id === word));
  if (suite !== undefined) throw new WrongUsage(`unexpected argument "${suite}"; did you mean --suite ${suite}?`);
  const all = [...image, ...words.map(targetNamed(images)), ...targets.flat()];
  return [...new Map(all.map((target) => [target.name, target])).values()];
}

/** What is wrong with options that don't go together; undefined if they do. */
function conflict(given: Given, targets: readonly NamedTarget[]): string | undefined {
  const has = (...names: readonly (keyof Given)[]) => names.find((name) => given[name] !== undefined);
  const image = has('profile') ?? targets[0]?.name;
  const several = given.matrix ? '--matrix' : targets.length > 1 ? `${targets.length} servers` : undefined;
  if (given.profile && (targets.length > 1 || targets[0]?.profile)) {
    return '--profile is about one image: name a profile of each as you would name an image';
  }
  if (given.matrix && (image ?? has('host'))) {
    return '--matrix asks all reference servers: it goes without an image, a profile and a host';
  }
  if (given.matrix && given.readyTimeout) {
    return '--ready-timeout is for an image of yours or a --host: a reference server says itself when it is ready';
  }
  if (given.host && (image ?? has('set', 'before', 'port'))) {
    return '--host asks a server that runs, as it is: it goes without an image, and without --set, --before and --port';
  }
  const needsHost = given.host ? undefined : has('user', 'send', 'yes', 'fromDomain', 'toDomain');
  if (needsHost) return `--${needsHost.replace('Domain', '-domain')} goes with --host`;
  if (given.keep && has('host', 'matrix'))
    return '--keep leaves one server running: it goes without --host and --matrix';
  if (several && given.keep) return `--keep leaves one server running, and not ${several}`;
  if (several && has('baseline', 'writeBaseline')) {
    return `--baseline and --write-baseline are about one server, and not ${several}`;
  }
  if (given.engine && given.host) return '--engine is where images run: a --host runs already';
  if (given.engine && given.clean && new Set(given.engine).size > 1) return '--clean cleans one engine: name one';
  if (given.lastFailed && targets.length > 1) return `--last-failed asks one server again, and not ${several}`;
  if (given.lastFailed && has('matrix', 'suite', 'check', 'shard')) {
    return '--last-failed says itself what to ask: it goes without --matrix, --suite, --check and --shard';
  }
  return given.quiet && given.verbose ? 'give --quiet or --verbose, not both' : undefined;
}
