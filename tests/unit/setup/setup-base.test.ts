import { StubbedMachine } from './stubbed-machine';

test.each([
  { args: ['bookworm'], says: 'unknown word: bookworm' },
  { args: ['base'], says: 'base: which one?' },
  { args: ['base', 'bookworm', 'wheezy'], says: 'no such base image: wheezy' },
])('refuses $args as wrong usage', ({ args, says }) => {
  using machine = new StubbedMachine().withDocker();

  const { status, stderr } = machine.setUp(args);

  expect(status).toBe(2);
  expect(stderr).toContain(says);
  expect(stderr).toContain('Usage: setup.sh');
  expect(machine.calls('docker')).toEqual([]);
});

test('explains itself', () => {
  using machine = new StubbedMachine();

  const { status, stdout } = machine.setUp(['--help']);

  expect(status).toBe(0);
  expect(stdout).toMatch(/^SUITE: .*\bcentos7 bullseye bookworm trixie\b.* sid *$/m);
});

test('says nothing and asks once when all is there', () => {
  using machine = new StubbedMachine().withDocker('smtp-auth-harness/base:bookworm');

  const { status, stdout, stderr } = machine.setUp(['base', 'bookworm']);

  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(machine.calls('docker')).toEqual(['docker image inspect smtp-auth-harness/base:bookworm']);
});

test('takes local images where there are some', () => {
  using machine = new StubbedMachine().withDocker('debian:trixie-slim', 'centos:7');

  expect(machine.setUp(['base', 'trixie', 'centos7']).status).toBe(0);
  expect(machine.calls('docker tag')).toEqual([
    'docker tag debian:trixie-slim smtp-auth-harness/base:trixie',
    'docker tag centos:7 smtp-auth-harness/base:centos7',
  ]);
  expect(machine.calls('docker pull')).toEqual([]);
});

test('says how to get a CentOS 7 image that can be had neither here nor from a registry', () => {
  using machine = new StubbedMachine().withDocker();

  const { status, stderr } = machine.setUp(['base', 'centos7']);

  expect(status).toBe(3);
  expect(stderr).toContain("it can't be pulled: no such host");
  expect(stderr).toContain('docker save centos:7');
  expect(stderr).toContain('docker load');
});

test('pulls a base that is pinned by its digest', () => {
  const pinned = 'centos:7@sha256:be65f488b7764ad3638f236b7b515b3678369a5124c47b8d32916d6487418ea4';
  using machine = new StubbedMachine().withCommand(
    'docker',
    `case "$*" in version*) echo 20.10 ;; 'pull ${pinned}' | 'tag ${pinned} '*) ;; *) exit 1 ;; esac`,
  );

  expect(machine.setUp(['base', 'centos7']).status).toBe(0);
  expect(machine.calls('docker tag')).toEqual([`docker tag ${pinned} smtp-auth-harness/base:centos7`]);
});

test('says how to get any other image that no Debian mirror has the packages of', () => {
  using machine = new StubbedMachine().withRoot().withDocker().withCommand('apt-get', '');

  const { status, stderr } = machine.setUp(['base', 'almalinux9']);

  expect(status).toBe(3);
  expect(stderr).toContain("almalinux:9 is not here and can't be pulled");
  expect(stderr).toContain('docker save almalinux:9');
  expect(machine.calls('apt-get')).toEqual([]);
});

test('lists the versions that a Debian mirror makes', () => {
  using machine = new StubbedMachine();

  expect(machine.setUp(['versions']).stdout).toBe('debian11\ndebian13\nsid\n');
});

test('sends whoever is not root to root for an image that must be built', () => {
  using machine = new StubbedMachine().withDocker().withCommand('apt-get', '');

  const { status, stderr } = machine.setUp(['base', 'sid']);

  expect(status).toBe(1);
  expect(stderr).toContain('FAILED: smtp-auth-harness/base:sid can only be built by root');
  expect(stderr).toMatch(/by hand: sudo bash \S+\/setup\.sh base sid/);
  expect(machine.calls('apt-get')).toEqual([]);
});

test('says how to get a browser to whoever may not install one', () => {
  using machine = new StubbedMachine().withCommand('apt-get', '');

  const { status, stderr } = machine.setUp(['browser']);

  expect(status).toBe(3);
  expect(stderr).toContain('apt-get install chromium');
  expect(machine.calls('apt-get')).toEqual([]);
});

test('says how to get GNU SASL to whoever may not install it', () => {
  using machine = new StubbedMachine().withCommand('apt-get', '');

  const { status, stderr } = machine.setUp(['gsasl']);

  expect(status).toBe(3);
  expect(stderr).toContain('apt-get install gsasl');
});

test('takes the browser that is there', () => {
  using machine = new StubbedMachine().withCommand('chromium', '');

  expect(machine.setUp(['browser'])).toMatchObject({ status: 0, stderr: '' });
});
