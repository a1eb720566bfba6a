import { StubbedMachine } from './stubbed-machine';

const base = 'smtp-auth-harness/base:bookworm';
const installing = 'mkdir -p node_modules; echo {} >node_modules/.package-lock.json';

const machineWith = (node: string, npm: string) =>
  new StubbedMachine()
    .withDocker(base)
    .withCommand('node', `[ "$1" = --version ] && echo ${node}`)
    .withCommand('npm', npm);

test('installs node modules until npm succeeds, then only for another lockfile', () => {
  using machine = machineWith('v20.20.2', 'mkdir node_modules; echo npm error >&2; exit 1');
  machine.withFile('package-lock.json', '1');
  const failed = machine.setUp([]);
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('  | npm error\n');
  expect(failed.stderr).toContain(`by hand: cd ${machine.project} && npm ci`);

  const installed = machine.withCommand('npm', installing).setUp([]);
  expect(installed.status).toBe(0);
  expect(installed.stderr).toBe('set-up: installing node modules (npm ci), about a minute\n');

  expect(machine.setUp([]).stderr).toBe('');
  expect(machine.withFile('package-lock.json', '2').setUp([]).stderr).toContain('npm ci');
});

test('leaves node modules to npm where there is no lockfile', () => {
  using machine = machineWith('v20.20.2', installing);

  expect(machine.setUp([])).toMatchObject({ status: 0, stderr: '' });
  expect(machine.calls('npm')).toEqual([]);
});

test('refuses a Node that is too old', () => {
  using machine = machineWith('v18.20.4', installing).withFile('package-lock.json', '1');

  const { status, stderr } = machine.setUp([]);

  expect(status).toBe(1);
  expect(stderr).toContain('node is 18.20.4, and 20 or later is needed');
  expect(machine.calls('npm')).toEqual([]);
});
