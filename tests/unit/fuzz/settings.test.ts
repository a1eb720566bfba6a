import fc from 'fast-check';
import { declareCompare } from '../../../helpers/cli/compare/options';
import { parseDiagnoseArguments } from '../../../helpers/cli/diagnose/arguments';
import { declareMerge } from '../../../helpers/cli/merge/options';
import { parseReproduceArguments } from '../../../helpers/cli/reproduce/arguments';
import { parse } from '../../../helpers/cli/shared/parse';
import { parseArguments } from '../../../helpers/cli/verify/arguments';
import { HarnessError } from '../../../helpers/errors';
import { declared } from '../../../helpers/settings/declared';
import {
  type RunOptions,
  runOptions,
  type SettingName,
  setting,
  toEnvironment,
} from '../../../helpers/settings/settings';
import { catalogue } from '../cli/verify/sample-catalogue';
import { always } from './property';
import { textOf } from './values';

const pieces = [
  '1',
  '25',
  ',',
  '0',
  'a=b',
  '["',
  '"]',
  '{',
  '}',
  'open-relay',
  '*',
  '-',
  '__proto__',
  ' ',
  'null',
  '1e9',
  '\n',
] as const;
const names = Object.keys(declared) as readonly SettingName[];

always(
  'Any text in a variable is a value, or is said not to be one',
  [fc.constantFrom(...names), textOf(pieces)],
  (name, text) => {
    try {
      setting(name, { [declared[name].variable]: text });
    } catch (error) {
      expect(error).toBeInstanceOf(HarnessError);
      expect(`${error}`).toContain(declared[name].variable);
    }
  },
);

// An environment has no NUL, and an empty variable is one that is not set.
const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.replaceAll('\0', 'x'));
const id = fc.stringMatching(/^[a-z]{1,10}\/[a-z*?-]{1,10}$/);
const count = fc.option(fc.integer({ min: 1, max: 999_999_999 }), { nil: undefined });
const options: fc.Arbitrary<RunOptions> = fc.record({
  image: text,
  profile: fc.option(text, { nil: undefined }),
  running: fc.constant(undefined),
  ports: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 })),
  only: fc.array(id),
  set: fc.array(fc.record({ name: fc.stringMatching(/^[\w./-]{1,20}$/), value: text.map((one) => one.trim()) })),
  before: fc.option(text, { nil: undefined }),
  engine: fc.option(text, { nil: undefined }),
  shard: fc.option(text, { nil: undefined }),
  maxFailures: count,
  readyTimeoutMs: count,
  strict: fc.boolean(),
  thorough: fc.boolean(),
  showSecrets: fc.boolean(),
  runFolder: fc.option(text, { nil: undefined }),
});

always('The options of a run reach the workers through the environment as they are', [options], (given) => {
  expect(runOptions(toEnvironment(given))).toEqual(given);
});

const argument = fc.oneof(
  fc.constantFrom(
    ...[
      '--image',
      '--port',
      '--suite',
      '--check',
      '--set',
      '--host',
      '--shard',
      '--out',
      '--format',
      '--max-failures',
      '--ready-timeout',
    ],
    ...[
      '--keep',
      '--json',
      '--matrix',
      '--list',
      '--baseline',
      '--all',
      '--html',
      '--container',
      '--docs',
      '--clean',
      '--help',
      '--version',
      '--',
      '-',
    ],
  ),
  textOf([...pieces, 'howto', '2/5', 'mail.example.test:25', '=', '--'], 4),
);
const commandLine = fc.array(argument, { maxLength: 8 });
const parsers: Readonly<Record<string, (argv: readonly string[]) => { readonly kind: string }>> = {
  verify: (argv) => parseArguments(argv, catalogue),
  reproduce: (argv) => parseReproduceArguments(argv, ['saslauthd/not-running']),
  diagnose: parseDiagnoseArguments,
  compare: (argv) => parse(declareCompare().command, argv),
  merge: (argv) => parse(declareMerge().command, argv),
};

always(
  'Any command line is understood, or one line says what is wrong with it',
  [fc.constantFrom(...Object.keys(parsers)), commandLine],
  (name, argv) => {
    const command = parsers[name]?.(argv) as { readonly kind: string; readonly problem?: string };

    expect(typeof command.kind).toBe('string');
    if (command.kind === 'wrong') expect(command.problem).toMatch(/./);
  },
);
