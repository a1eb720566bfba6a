import { HarnessError } from '../errors';
import type { RunningServer } from '../model/running-server';

/** What a run is told: by the command line, through the environment, to every worker. */
export interface RunOptions {
  /** The name of the target, such as `howto`. */
  readonly image: string;
  /** The file of the profile of that image. */
  readonly profile: string | undefined;
  /** A server that runs already, instead of an image. */
  readonly running: RunningServer | undefined;
  /** The target's ports to ask; empty for all that it offers. */
  readonly ports: readonly number[];
  /** Ids of suites or checks; empty for all. */
  readonly only: readonly string[];
  /** Settings of main.cf to change before the server starts, in their order. */
  readonly set: readonly Setting[];
  /** A shell command to run in the server's container before the server starts. */
  readonly before: string | undefined;
  readonly showSecrets: boolean;
  /** Whether what is only a warning, such as a network that nobody said is trusted, fails. */
  readonly strict: boolean;
  /** Where the workers leave their results; see reports/run/run-folder.ts. */
  readonly runFolder: string | undefined;
}

/** One setting of main.cf. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The reference server of the how-to, with nothing changed. */
export const defaultOptions: RunOptions = {
  image: 'howto',
  profile: undefined,
  running: undefined,
  ports: [],
  only: [],
  set: [],
  before: undefined,
  showSecrets: false,
  strict: false,
  runFolder: undefined,
};

/** The environment variables for these options; what has its default is not set. */
export function toEnvironment(options: RunOptions): Readonly<Record<string, string>> {
  return {
    HARNESS_IMAGE: options.image,
    ...(options.profile !== undefined && { HARNESS_PROFILE: options.profile }),
    ...(options.running !== undefined && { HARNESS_RUNNING: JSON.stringify(options.running) }),
    ...(options.ports.length > 0 && { HARNESS_PORTS: options.ports.join(',') }),
    ...(options.only.length > 0 && { HARNESS_ONLY: options.only.join(',') }),
    ...(options.set.length > 0 && {
      HARNESS_SET: JSON.stringify(options.set.map(({ name, value }) => `${name}=${value}`)),
    }),
    ...(options.before !== undefined && { HARNESS_BEFORE: options.before }),
    ...(options.showSecrets && { HARNESS_SHOW_SECRETS: '1' }),
    ...(options.strict && { HARNESS_STRICT: '1' }),
    ...(options.runFolder !== undefined && { HARNESS_RUN_FOLDER: options.runFolder }),
  };
}

/** Reads the options back. Throws a HarnessError that names the variable if one can't be understood. */
export function fromEnvironment(env: NodeJS.ProcessEnv): RunOptions {
  return {
    image: env.HARNESS_IMAGE || defaultOptions.image,
    profile: env.HARNESS_PROFILE || undefined,
    running: env.HARNESS_RUNNING ? (JSON.parse(env.HARNESS_RUNNING) as RunningServer) : undefined,
    ports: read('HARNESS_PORTS', parsePorts(env.HARNESS_PORTS ?? ''), 'a comma list of port numbers'),
    only: commaList(env.HARNESS_ONLY ?? ''),
    set: read('HARNESS_SET', parseSettings(env.HARNESS_SET || '[]'), 'a JSON array of "name=value"'),
    before: env.HARNESS_BEFORE || undefined,
    showSecrets: env.HARNESS_SHOW_SECRETS === '1',
    strict: env.HARNESS_STRICT === '1',
    runFolder: env.HARNESS_RUN_FOLDER || undefined,
  };
}

/** Whether the user asked for this check: by its id, by its suite, or by naming none. */
export function selects(only: readonly string[], check: { readonly id: string; readonly suite: string }): boolean {
  return only.length === 0 || only.includes(check.id) || only.includes(check.suite);
}

/** The ports of a comma list, without doubles; undefined if one of them is no port. */
export function parsePorts(text: string): readonly number[] | undefined {
  const words = commaList(text);
  const ports = words.map(Number);
  return words.every((word) => /^\d{1,5}$/.test(word)) && ports.every((port) => port >= 1 && port <= 65_535)
    ? [...new Set(ports)]
    : undefined;
}

/** The setting in `name=value`, spaces around the equals sign dropped as in main.cf; undefined if it is none. */
export function parseSetting(text: string): Setting | undefined {
  const [, name, value] = /^\s*([\w./-]+)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

function parseSettings(text: string): readonly Setting[] | undefined {
  const texts = parseJson(text);
  if (!Array.isArray(texts)) return undefined;
  const settings = texts.map((item) => (typeof item === 'string' ? parseSetting(item) : undefined));
  return settings.includes(undefined) ? undefined : settings.filter((setting) => setting !== undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is as wrong as the wrong JSON, and the caller says what was wanted.
    return undefined;
  }
}

function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function read<T>(variable: string, value: T | undefined, wanted: string): T {
  if (value === undefined) throw new HarnessError('EUSAGE', `${variable} is not ${wanted}`);
  return value;
}
