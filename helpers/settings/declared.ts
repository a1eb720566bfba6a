import type { RunningServer } from '../model/running-server';
import { commaList, type PostfixSetting, parseCount, parseJson, parsePorts, parseSettings } from './values';

/** An environment variable: what it means, what holds while it is not set, and both ways between text and value. */
export interface Variable<T> {
  readonly variable: `HARNESS_${string}`;
  readonly meaning: string;
  /** What a text must be, in words. */
  readonly wanted: string;
  readonly whenUnset: T;
  /** Undefined for a text that is not what is wanted. */
  readonly read: (text: string) => T | undefined;
  /** Undefined for what needs no variable, since it holds anyway. */
  readonly write: (value: T) => string | undefined;
}

/**
 * Every variable that the harness hands from one of its processes to the next: the command line starts Jest, Jest loads the
 * set-up and the reporter and starts workers, and the environment is all that they share. People set those of `tests`.
 */
export const declared = {
  // What is asked, and of which server; written by `verify`, read by the set-up and the workers.
  image: text('HARNESS_IMAGE', 'the server: a reference server or a Docker image', 'howto'),
  profile: optional('HARNESS_PROFILE', 'the file of the profile of that image'),
  running: json<RunningServer>('HARNESS_RUNNING', 'a server that runs already, instead of an image'),
  ports: list('HARNESS_PORTS', 'the ports of the server to ask; all that it offers', 'port numbers', parsePorts),
  only: list('HARNESS_ONLY', 'the suites and checks to ask; all', 'ids', commaList),
  set: settings('HARNESS_SET', 'settings of main.cf to change before the server starts, in their order'),
  before: optional('HARNESS_BEFORE', "a shell command in the server's container before the server starts"),
  engine: optional('HARNESS_ENGINE', 'the engine that was named for this run, to which DOCKER_HOST leads'),
  shard: optional('HARNESS_SHARD', 'which part of a run this is, as 2/5; `only` has the checks'),
  maxFailures: count('HARNESS_MAX_FAILURES', 'how many checks may fail before no more are asked; any number'),
  readyTimeoutMs: count('HARNESS_READY_MS', "how long an image may take until it answers; its profile's time"),
  strict: flag('HARNESS_STRICT', 'what is only a warning, such as a network that nobody said is trusted, fails'),
  thorough: flag(
    'HARNESS_THOROUGH',
    'every shape of address is tried in all circumstances there are, and silence for five minutes',
  ),
  showSecrets: flag('HARNESS_SHOW_SECRETS', 'passwords are shown, instead of <secret>'),
  parent: count('HARNESS_PARENT', 'the process that waits for the end of the run, which ends with it'),
  runFolder: optional('HARNESS_RUN_FOLDER', 'where the workers leave their results (reports/run-folder)'),

  // What is shown; written by `verify`, read by the reporter.
  outFolder: optional('HARNESS_OUT', 'the folder of the reports'),
  formats: list('HARNESS_FORMATS', 'the formats of the reports; those that are always written', 'names', commaList),
  suiteOrder: list('HARNESS_SUITES', 'the suites in the order of the report', 'ids', commaList),
  verbose: flag('HARNESS_VERBOSE', 'what was seen is shown for every check'),
  quiet: flag('HARNESS_QUIET', 'reports are written and nothing is shown; the command line speaks'),

  // Written by the set-up, read by the workers.
  prepared: optional('HARNESS_PREPARED', 'the target as its images were found or built, as JSON'),
  owner: optional('HARNESS_OWNER', 'who started the containers, for their label (containers/docker/leftovers)'),

  // Written by --keep, for the process that stays.
  keeper: flag('HARNESS_KEEPER', 'this process keeps a server running until its container is removed'),

  // Set by people whose engine is taken for one that it is not, and by tests.
  tunnel: flag('HARNESS_TUNNEL', 'DNS and sink are reached through a tunnel, on whatever engine'),

  // Set by people who work on the harness: for tests/.
  modes: list('HARNESS_MODES', 'tests/failure-modes: beginnings of ids, or `sample`; all', 'words', commaList),
  servers: list('HARNESS_SERVERS', 'tests/servers: which of containers/servers; all', 'names', commaList),
  stores: list('HARNESS_STORES', 'tests/servers: which of containers/stores, or `all`; sql', 'names', commaList),
  writeTable: flag('HARNESS_WRITE_TABLE', 'tests/servers: write the table of the README anew'),
  fuzzRuns: count('HARNESS_FUZZ_RUNS', 'tests/unit/fuzz: how many values each property is tried with; 100'),
  fuzzSeed: count('HARNESS_FUZZ_SEED', 'tests/unit/fuzz: which values, to have those of an earlier run again'),
} as const;

type Name = `HARNESS_${string}`;

function text(variable: Name, meaning: string, whenUnset = ''): Variable<string> {
  return { variable, meaning, wanted: 'a text', whenUnset, read: (given) => given, write: (value) => value };
}

function optional(variable: Name, meaning: string): Variable<string | undefined> {
  return { variable, meaning, wanted: 'a text', whenUnset: undefined, read: (given) => given, write: (value) => value };
}

function flag(variable: Name, meaning: string): Variable<boolean> {
  const write = (value: boolean) => (value ? '1' : undefined);
  return { variable, meaning, wanted: '1 or nothing', whenUnset: false, read: (given) => given === '1', write };
}

function count(variable: Name, meaning: string): Variable<number | undefined> {
  const wanted = 'a whole number of one or more';
  return { variable, meaning, wanted, whenUnset: undefined, read: parseCount, write: (value) => value?.toString() };
}

function list<T extends string | number>(
  variable: Name,
  meaning: string,
  items: string,
  read: (text: string) => readonly T[] | undefined,
): Variable<readonly T[]> {
  const write = (values: readonly T[]) => values.join(',') || undefined;
  return { variable, meaning, wanted: `a comma list of ${items}`, whenUnset: [], read, write };
}

function settings(variable: Name, meaning: string): Variable<readonly PostfixSetting[]> {
  const write = (values: readonly PostfixSetting[]) =>
    values.length === 0 ? undefined : JSON.stringify(values.map(({ name, value }) => `${name}=${value}`));
  return { variable, meaning, wanted: 'a JSON array of "name=value"', whenUnset: [], read: parseSettings, write };
}

function json<T>(variable: Name, meaning: string): Variable<T | undefined> {
  const read = (given: string) => parseJson(given) as T | undefined;
  const write = (value: T | undefined) => (value === undefined ? undefined : JSON.stringify(value));
  return { variable, meaning, wanted: 'JSON', whenUnset: undefined, read, write };
}
