import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { parseArguments } from '../../../helpers/cli/verify/arguments';
import { catalogue } from '../../../helpers/cli/verify/catalogue';

const docs = join(__dirname, '../../../docs');
const template = readFileSync(join(docs, 'ci/gitlab-shards.yml'), 'utf8');
const [head, jobs] = [...parseAllDocuments(template)].map((document) => document.toJS());
const [asking, merging] = Object.values(jobs) as readonly { script: readonly string[]; parallel?: number }[];

/** The arguments that a script hands to the command of the harness. */
function argumentsIn(script = '', env: Readonly<Record<string, string>> = {}): readonly string[] {
  const noted = script.replace(/\S*\/\.bin\/smtp-auth-harness/, 'noted');
  const shell = `noted() { printf '%s\\0' "$@"; }\n${noted}`;
  const { stdout } = spawnSync('bash', ['-e', '-c', shell], { encoding: 'utf8', env: { ...process.env, ...env } });
  return stdout.split('\0').slice(0, -1);
}

test('the jobs of GitLab ask a shard each, as verify understands it', () => {
  const [command, ...argv] = argumentsIn(asking?.script.at(-1), {
    HARNESS_CI_IMAGE: 'debian12',
    CI_NODE_INDEX: '2',
    CI_NODE_TOTAL: `${asking?.parallel}`,
  });

  expect(command).toBe('verify');
  expect(parseArguments(argv, catalogue)).toMatchObject({
    kind: 'run',
    out: 'reports/shard-2',
    options: { image: 'debian12', shard: '2/3' },
  });
});

test('they install what the job that asks alone installs: the package and Jest, its one runner', () => {
  const installed = readFileSync(join(docs, 'ci/gitlab.yml'), 'utf8').match(/jest@\S+/)?.[0];

  expect(installed).toBeDefined();
  expect(asking?.script[0]).toContain(` ${installed}`);
});

test('the last one merges their results', () => {
  expect(argumentsIn(merging?.script.at(-1))).toEqual(['merge', '--out', 'reports/out', 'reports/shard-*/result.json']);
});

test('the template uses just the inputs that it declares', () => {
  const used = new Set([...template.matchAll(/\$\[\[\s*inputs\.([\w-]+)/g)].map(([, name]) => name));

  expect([...used].sort()).toEqual(Object.keys(head.spec.inputs).sort());
});

test('the jobs of GitHub in docs/ci.md are as many as the parts that they name', () => {
  const recipe =
    readFileSync(join(docs, 'ci.md'), 'utf8')
      .split('```yaml\n')
      .find((text) => text.includes('matrix.shard')) ?? '';
  const { shard } = parse(recipe.split('```')[0] ?? '').jobs;
  const call = shard.steps.find(({ with: inputs }: { with?: { args?: string } }) => inputs?.args);

  expect(call.with.args).toBe(`--shard\n\${{ matrix.shard }}/${shard.strategy.matrix.shard.length}\n`);
});
