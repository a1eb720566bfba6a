import { join } from 'node:path';
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

const apt = 'apt-get update && apt-get install -y docker.io iptables';
const dnf = 'dnf install -y moby-engine && systemctl enable --now docker';
const distributions = [
  { name: 'Debian', release: 'ID=debian\nVERSION_ID="12"', command: apt },
  { name: 'Ubuntu', release: 'ID=ubuntu\nID_LIKE=debian', command: apt },
  { name: 'Mint', release: 'ID=linuxmint\nID_LIKE="ubuntu debian"', command: apt },
  { name: 'Fedora', release: 'ID=fedora', command: dnf },
  {
    name: 'RHEL',
    release: 'ID="rhel"\nID_LIKE="fedora"',
    command: expect.stringContaining('dnf install -y docker-ce && systemctl'),
  },
  {
    name: 'AlmaLinux',
    release: 'ID="almalinux"\nID_LIKE="rhel centos fedora"',
    command: expect.stringContaining('dnf install -y docker-ce &&'),
  },
  {
    name: 'openSUSE',
    release: 'ID="opensuse-leap"\nID_LIKE="suse opensuse"',
    command: 'zypper install -y docker && systemctl enable --now docker',
  },
  { name: 'Arch', release: 'ID=arch', command: 'pacman -Sy --needed docker && systemctl enable --now docker' },
  { name: 'Alpine', release: 'ID=alpine', command: 'apk add docker && rc-update add docker && service docker start' },
  { name: 'a distribution without a row', release: 'ID=nixos', command: 'see https://docs.docker.com/engine/install/' },
];

const tools = ['apt-get', 'dnf', 'zypper', 'pacman', 'apk', 'sudo', 'systemctl'];

test.each(distributions)(
  'whoever is not root is told what root would have to do on $name, and nothing is run',
  ({ release, command }) => {
    using machine = on(release);
    for (const tool of tools) machine.withCommand(tool, '');

    const { status, stderr } = machine.setUp(['base', 'bookworm'], { OS_RELEASE: join(machine.project, 'os-release') });

    expect(status).toBe(1);
    expect(stderr).toContain('FAILED: no Docker engine answers (there is no docker command)');
    const group = release === 'ID=alpine' ? 'addgroup somebody docker' : 'usermod -aG docker somebody';
    expect(/by hand: as root: (.*); (.*); then log in again\n/.exec(stderr)?.slice(1)).toEqual([command, group]);
    expect(tools.flatMap((tool) => machine.calls(tool))).toEqual([]);
  },
);

test('root is told the same where there is no apt to install it', () => {
  using machine = on('ID=fedora').withRoot();

  const { status, stderr } = machine.setUp(['base', 'bookworm'], { OS_RELEASE: join(machine.project, 'os-release') });

  expect(status).toBe(1);
  expect(stderr).toContain(`by hand: ${dnf}\n`);
});

function on(release: string): StubbedMachine {
  return new StubbedMachine().withFile('os-release', `NAME="A name with ID=debian in it"\n${release}\n`);
}

test('whoever is not root and has Docker installed is told how to start it', () => {
  using machine = new StubbedMachine().withCommand('docker', silentEngine).withCommand('dockerd', '');

  const { status, stderr } = machine.setUp(['base', 'bookworm']);

  expect(status).toBe(1);
  expect(stderr).toMatch(/by hand: sudo bash .*\/setup\.sh \(it starts Docker\)/);
  expect(machine.calls('dockerd')).toEqual([]);
});

test('whoever has Podman is told how it becomes the engine', () => {
  using machine = new StubbedMachine().withCommand('podman', '');

  const { stderr } = machine.setUp(['base', 'bookworm']);

  expect(stderr).toContain(
    'systemctl --user start podman.socket && export DOCKER_HOST=unix://$XDG_RUNTIME_DIR/podman/podman.sock',
  );
});

test('asks the engine alone where nothing else is wanted', () => {
  using machine = new StubbedMachine().withDocker();

  expect(machine.setUp(['engine'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(machine.calls('docker')).toEqual(['docker version --format {{.Server.Version}}']);
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
