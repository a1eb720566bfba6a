import { parseDiagnoseArguments } from '../../../../helpers/cli/diagnose/arguments';

test('takes files, standard input and containers together', () => {
  expect(parseDiagnoseArguments(['maillog', '-', '--container', 'mail', '--json', '--all', '/etc'])).toEqual({
    kind: 'diagnose',
    paths: ['maillog', '-', '/etc'],
    containers: ['mail'],
    format: 'json',
    all: true,
  });
});

test.each([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
])('%s asks for %s', (argument, kind) => {
  expect(parseDiagnoseArguments(['maillog', argument])).toEqual({ kind });
});

test.each<[string, readonly string[]]>([
  ['unknown option --jsn; did you mean --json?', ['--jsn', 'x']],
  ['unknown option -x', ['-x']],
  ['--container needs a value', ['--container']],
  ['--json takes no value', ['--json=yes', 'x']],
  ['give --json or --sarif, not both', ['--json', '--sarif', 'x']],
  ['nothing to read: give a log, a configuration, a directory or --container NAME', []],
  ['standard input can be read once: give - once', ['-', '-']],
  ['--follow needs a log, or containers: --follow FILE, or --container NAME --follow', ['--follow', '--all']],
  ['--follow tells in words: leave --json and --sarif out', ['--container', 'mail', '--follow', '--json']],
])('is told: %s', (problem, argv) => {
  expect(parseDiagnoseArguments(argv)).toEqual({ kind: 'wrong', problem });
});
