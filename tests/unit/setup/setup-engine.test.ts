import { StubbedMachine } from './stubbed-machine';

const silentEngine = 'echo "Cannot connect to the Docker daemon" >&2; exit 1';

test('leaves an engine alone that the user named and that does not answer', () => {
  using machine = new StubbedMachine().withRoot().withCommand('docker', silentEngine).withCommand('dockerd', '');

  const { status, stderr } = machine.setUp(['base', 'bookworm'], { DOCKER_HOST: 'unix:///nonexistent' });

  expect(status).toBe(1);
  expect(stderr).toContain('no Docker engine answers at unix:///nonexistent');
  expect(stderr).toContain('Cannot connect to the Docker daemon');
  expect(machine.calls('dockerd')).toEqual([]);
});

test('leaves an engine alone that the current context names and that does not answer', () => {
  using machine = new StubbedMachine()
    .withRoot()
    .withCommand('docker', `[ "$1" = context ] && echo far-away && exit; ${silentEngine}`)
    .withCommand('dockerd', '');

  const { status, stderr } = machine.setUp(['base', 'bookworm']);

  expect(status).toBe(1);
  expect(stderr).toContain('in the context far-away');
  expect(stderr).toContain('by hand: start that engine');
  expect(machine.calls('dockerd')).toEqual([]);
});

test('tells whoever is not root what root would have to do', () => {
  using machine = new StubbedMachine().withCommand('apt-get', '');

  const { status, stderr } = machine.setUp(['base', 'bookworm']);

  expect(status).toBe(1);
  expect(stderr).toContain('FAILED: no Docker engine answers (there is no docker command)');
  expect(stderr).toContain('by hand: ');
  expect(machine.calls('apt-get')).toEqual([]);
});

test('names the place to read where root has neither an engine nor apt', () => {
  using machine = new StubbedMachine().withRoot();

  const { status, stderr } = machine.setUp(['base', 'bookworm']);

  expect(status).toBe(1);
  expect(stderr).toContain('by hand: see https://docs.docker.com/engine/install/');
});

test('shows what apt said when Docker cannot be installed', () => {
  using machine = new StubbedMachine()
    .withRoot()
    .withCommand('env', 'shift; "$@"')
    .withCommand('apt-get', 'if [ "$1" = install ]; then echo "E: Unable to locate package docker.io"; exit 100; fi');

  const { status, stderr } = machine.setUp(['base', 'bookworm']);

  expect(status).toBe(1);
  expect(stderr.split('\n').filter(Boolean)).toEqual([
    'set-up: installing docker.io iptables (apt-get), about a minute',
    '  | E: Unable to locate package docker.io',
    'set-up: FAILED: docker.io iptables could not be installed',
    'set-up: by hand: apt-get update && apt-get install -y --no-install-recommends docker.io iptables',
  ]);
});
