import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { parseArguments } from '../../../helpers/cli/verify/arguments';
import { catalogue } from '../../../helpers/cli/verify/catalogue';

const root = join(__dirname, '../../..');

interface Inputs {
  readonly [name: string]: { readonly description: string; readonly default: string };
}

const action = documents('action.yml');
const gitlab = documents('docs/ci/gitlab.yml');
const [{ inputs: actionInputs, runs }] = action.values as [
  {
    inputs: Inputs;
    runs: { steps: readonly { name: string; run?: string; uses?: string; shell?: string; if?: string }[] };
  },
];
const [{ spec }, jobs] = gitlab.values as [
  { spec: { inputs: Inputs } },
  Record<string, { script: readonly string[]; artifacts: { when: string } }>,
];
const [job] = Object.values(jobs);
const steps = runs.steps.filter(({ run }) => run !== undefined);

test.each([
  ['action.yml', action, actionInputs, /\$\{\{[^}]*?\binputs\.([\w-]+)/g],
  ['docs/ci/gitlab.yml', gitlab, spec.inputs, /\$\[\[\s*inputs\.([\w-]+)/g],
] as const)('%s is YAML, and uses just the inputs that it declares', (_, { text, problems }, inputs, use) => {
  const used = new Set([...text.matchAll(use)].map(([, name]) => name));

  expect(problems).toEqual([]);
  expect([...used].sort()).toEqual(Object.keys(inputs).sort());
  expect(Object.values(inputs).every((input) => input.description !== '' && typeof input.default === 'string')).toBe(
    true,
  );
});

test.each([
  ...steps.map(({ name, run = '' }) => [`action.yml: ${name}`, run] as const),
  ...(job?.script ?? []).map((script, index) => [`gitlab.yml: ${index}`, script] as const),
])('the shell reads %s', (_, script) => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('no input becomes part of a script, which the shell would run', () => {
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.filter(({ run = '', shell }) => shell !== 'bash' || run.includes('${{'))).toEqual([]);
  expect(job?.script.filter((line) => line.includes('$[['))).toEqual([]);
});

test('reports are kept whatever the outcome', () => {
  expect(runs.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.if).toContain('always()');
  expect(job?.artifacts.when).toBe('always');
});

const environment = {
  image: 'debian12',
  profile: '',
  suites: 'open-relay,anonymous-denial realms',
  args: '--set\nmynetworks=192.0.2.0/24, 198.51.100.7\n\n--verbose',
};

test.each(['action.yml', 'docs/ci/gitlab.yml'])('%s hands its inputs over as verify understands them', (file) => {
  const { argv, status } = runRecipe(file, environment, 0);

  expect(status).toBe(0);
  expect(parseArguments(argv.slice(1), catalogue)).toMatchObject({
    kind: 'run',
    out: 'reports/out',
    show: 'everything',
    options: {
      image: 'debian12',
      only: ['open-relay', 'anonymous-denial', 'realms'],
      set: [{ name: 'mynetworks', value: '192.0.2.0/24, 198.51.100.7' }],
    },
  });
});

test.each(['action.yml', 'docs/ci/gitlab.yml'])('%s keeps the exit status of verify', (file) => {
  expect(runRecipe(file, environment, 1).status).toBe(1);
  expect(runRecipe(file, { ...environment, image: '$(exit 7)', suites: '' }, 2)).toMatchObject({
    status: 2,
    argv: expect.arrayContaining(['$(exit 7)']),
  });
});

/** Runs the script that calls verify, with a command of that name that notes its arguments and ends as told. */
function runRecipe(file: string, inputs: Readonly<Record<string, string>>, status: number) {
  const call = file === 'action.yml' ? steps.at(-1)?.run : job?.script.at(-1);
  const command = /\S*\/\.bin\/smtp-auth-harness"?/;
  if (call === undefined || !command.test(call)) throw new Error(`${file} calls no verify`);
  const names = Object.entries(inputs).map(([name, value]) => [name.toUpperCase(), value] as const);
  const env = Object.fromEntries(
    names.flatMap(([name, value]) => [
      [name, value],
      [`HARNESS_CI_${name}`, value],
    ]),
  );
  const noting = `noted() { printf '%s\\0' "$@"; return ${status}; }\n`;
  const { stdout, ...ended } = spawnSync('bash', ['-e', '-c', noting + call.replace(command, 'noted')], {
    encoding: 'utf8',
    env: { ...process.env, REPORTS: 'reports/out', GITHUB_OUTPUT: '/dev/null', ...env },
  });
  return { status: ended.status, argv: stdout.split('\0').slice(0, -1) };
}

function documents(path: string) {
  const text = readFileSync(join(root, path), 'utf8');
  const parsed = parseAllDocuments(text);
  const all = Array.isArray(parsed) ? parsed : [];
  return {
    text,
    problems: all.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
    values: all.map((document) => document.toJS() as unknown),
  };
}
