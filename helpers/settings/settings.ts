import { HarnessError } from '../errors';
import { declared, type Variable } from './declared';

/** The values of all variables. */
export type Settings = { readonly [N in SettingName]: (typeof declared)[N]['whenUnset'] };

/** What a variable is called in the code. */
export type SettingName = keyof typeof declared;

/** Reads one setting. Throws a HarnessError that names the variable if it can't be understood. */
export function setting<N extends SettingName>(name: N, env: NodeJS.ProcessEnv): Settings[N] {
  const { variable, wanted, whenUnset, read } = declared[name] as unknown as Variable<Settings[N]>;
  const text = env[variable];
  if (!text) return whenUnset;
  const value = read(text);
  if (value === undefined) throw new HarnessError('EUSAGE', `${variable} is not ${wanted}`);
  return value;
}

/** The environment variables for these settings; what holds anyway is not set. */
export function toEnvironment(settings: Partial<Settings>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => {
      const { variable, write } = declared[name as SettingName] as unknown as Variable<unknown>;
      const text = write(value);
      return text === undefined ? [] : [[variable, text]];
    }),
  );
}

/** The environment without any of our variables: those left over from another run would change this one. */
export function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('HARNESS_')));
}

/** What a run is told: by the command line, through the environment, to every worker. */
export type RunOptions = Pick<Settings, (typeof runOptionNames)[number]>;

const runOptionNames = [
  ...(['image', 'profile', 'running', 'ports', 'only', 'set', 'before'] as const),
  ...(['engine', 'shard', 'maxFailures', 'readyTimeoutMs', 'strict', 'thorough', 'showSecrets', 'runFolder'] as const),
] as const;

/** Reads the options of a run. Throws as `setting` does. */
export function runOptions(env: NodeJS.ProcessEnv): RunOptions {
  return Object.fromEntries(runOptionNames.map((name) => [name, setting(name, env)])) as unknown as RunOptions;
}

/** The reference server of the how-to, with nothing changed, asked everything. */
export const defaultOptions: RunOptions = runOptions({});
