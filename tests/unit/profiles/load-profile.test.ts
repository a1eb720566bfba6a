import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '../../../helpers/profiles/load-profile';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string, name = 'mail.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Nine times nine times … the same: some lines that would fill the memory. */
const bomb = `a0: &a0 [x]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `a${n}: &a${n} [${Array(9).fill(`*a${n - 1}`)}]\n`).join('')}image: *a9\n`;

test('a name of an image is a whole profile; the rest is what is usual', () => {
  expect(loadProfile(written('image: registry.example.test/mail:7\n'))).toMatchObject({
    name: 'mail',
    source: { kind: 'image', image: 'registry.example.test/mail:7' },
    hostname: 'mail.example.test',
    user: undefined,
    ports: [],
    readyTimeoutMs: 60_000,
    offers: { trusted: undefined },
  });
});

test('every key has its place', () => {
  const file = written(`
image: mail:7
environment: { RELAY: 5 }
files: [{ path: /etc/motd, content: hello, mode: "0600" }]
command: start --verbose
createUser: useradd alice
user: { name: alice, passwordFrom: MAIL_PASSWORD, accessTokenFrom: MAIL_TOKEN }
ports: [{ port: 2525, role: smtp }, { port: 587, role: submission }]
tls: { certificate: /etc/mail.crt, key: /etc/mail.key, keyMode: "0640", authority: /etc/ca.pem }
log: { file: /var/log/mail.log }
ready: { timeout: 5 }
domains: { local: [example.test], relay: [lists.example.test] }
localRecipient: alice@example.test
offers: { authBeforeTls: false, mechanisms: [plain], trusted: [192.0.2.10] }
accept: [{ check: open-relay/form-bang, reason: it is an UUCP gateway }]
`);

  expect(loadProfile(file, { MAIL_PASSWORD: 'correct-horse', MAIL_TOKEN: 'ya29' })).toMatchObject({
    environment: { RELAY: '5' },
    files: [{ path: '/etc/motd', content: 'hello', mode: 0o600 }],
    command: ['sh', '-c', 'start --verbose'],
    createUser: ['useradd alice'],
    user: { name: 'alice', password: 'correct-horse', accessToken: 'ya29' },
    ports: [
      { port: 25, role: 'smtp', listens: 2525 },
      { port: 587, role: 'submission' },
    ],
    tls: { certificate: '/etc/mail.crt', key: '/etc/mail.key', keyMode: 0o640, authority: '/etc/ca.pem' },
    logFile: '/var/log/mail.log',
    readyTimeoutMs: 5000,
    localDomains: ['example.test'],
    relayDomains: ['lists.example.test'],
    localRecipient: 'alice@example.test',
    offers: { authBeforeTls: false, mechanisms: ['PLAIN'], trusted: ['192.0.2.10'] },
    accept: [{ check: 'open-relay/form-bang', reason: 'it is an UUCP gateway' }],
  });
});

test('TypeScript does as well as YAML', () => {
  const file = written(
    "export default { image: 'mail:7', user: { name: 'alice', password: 'x' } as const };\n",
    'my.ts',
  );

  expect(loadProfile(file)).toMatchObject({ name: 'my', user: { name: 'alice' } });
});

test('a service of a compose file is an image with its environment', () => {
  written(
    'services: { mail: { image: "mail:7", hostname: mx.example.test, environment: [A=1, B=x=y], command: "run  \'a b\'" } }\n',
    'compose.yaml',
  );

  expect(loadProfile(written('compose: { service: mail }\n'))).toMatchObject({
    source: { kind: 'image', image: 'mail:7' },
    hostname: 'mx.example.test',
    environment: { A: '1', B: 'x=y' },
    command: ['run', 'a b'],
  });
});

describe('what is wrong is told with its line', () => {
  test.each([
    ['image: mail:7\nuser:\n  name: alice\n', /mail\.yaml:3: user: expected either password, or passwordFrom/],
    ['image: mail:7\nprots: []\n', /mail\.yaml:2: prots: Unrecognized key/],
    [
      'image: mail:7\nports:\n  - { port: 25, role: smtp }\n  - { port: 99999, role: smtp }\n',
      /mail\.yaml:4: ports\.1\.port/,
    ],
    ['image: mail:7\nports:\n  - port: 25\n    role: mail\n', /mail\.yaml:4: ports\.0\.role.*"smtp"/],
    [
      'image: mail:7\noffers:\n  trusted: [localhost]\n',
      /mail\.yaml:3: offers\.trusted\.0: expected an address or a network/,
    ],
    [
      'image: mail:7\nfiles:\n  - { path: etc/x, content: a }\n',
      /mail\.yaml:3: files\.0\.path: expected an absolute path/,
    ],
    ['image: mail:7\naccept:\n  - check: open-relay/form-bang\n', /mail\.yaml:3: accept\.0\.reason/],
    [
      'image: a\nenvironment:\n  FOO:\n',
      /mail\.yaml:3: environment\.FOO: expected a value; an empty one is written ""/,
    ],
    ['image: [\n', /mail\.yaml: .*at line/],
    ['image: *nothing\n', /mail\.yaml: Unresolved alias .*: nothing/],
    [bomb, /mail\.yaml: Excessive alias count/],
    ['hostname: mail.example.test\n', /expected one of image, build and compose; there are 0/],
    ['image: a\nbuild: { context: . }\n', /expected one of image, build and compose; there are 2/],
    ['compose: { file: none.yaml, service: mail }\n', /compose: .*none\.yaml/],
    [
      'image: a\nuser: { name: alice, passwordFrom: NOWHERE }\n',
      /mail\.yaml:2: user\.passwordFrom: the variable NOWHERE is not set/,
    ],
    [
      'image: a\nuser: { name: alice, password: a, accessTokenFrom: NOWHERE }\n',
      /mail\.yaml:2: user\.accessTokenFrom: the variable NOWHERE is not set/,
    ],
    [
      'image: a\nuser: { name: alice, password: a, accessToken: b, accessTokenFrom: C }\n',
      /mail\.yaml:2: user: expected either accessToken, or accessTokenFrom/,
    ],
  ])('%j', (text, message) => {
    expect(() => loadProfile(written(text), {})).toThrow(message);
  });

  test('a file that is not there', () => {
    expect(() => loadProfile(join(folder, 'nothing.yaml'))).toThrow(/nothing\.yaml can not be read: ENOENT/);
  });
});

test.each([
  ['createUser: a', ['a'], 'started'],
  ['createUser: [a, b]', ['a', 'b'], 'started'],
  ['createUser: { run: a, when: serving }', ['a'], 'serving'],
])('%s', (line, createUser, createUserWhen) => {
  expect(loadProfile(written(`image: mail:7\n${line}\n`), {})).toMatchObject({ createUser, createUserWhen });
});

describe('an image under test is given nothing of the machine', () => {
  test.each([
    [
      'volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]',
      /volumes: \/var\/run\/docker\.sock, the socket of the engine/,
    ],
    ['volumes: [{ type: bind, source: /run/podman/podman.sock, target: /x }]', /the socket of the engine/],
    ['privileged: true', /the service mail has privileged: true/],
    ['network_mode: host', /network_mode: host/],
    ['pid: host', /pid: host/],
    ['ipc: host', /ipc: host/],
    ['userns_mode: host', /userns_mode: host/],
  ])('a service of compose that asks for it is refused by name: %s', (line, words) => {
    written(`services:\n  mail:\n    image: mail:7\n    ${line}\n`, 'compose.yaml');

    expect(() => loadProfile(written('compose: { service: mail }'))).toThrow(words);
  });

  test('what is only not given is no reason to refuse it', () => {
    const more =
      'volumes: ["data:/var/mail", "/etc/localtime:/etc/localtime"]\n    cap_add: [NET_ADMIN]\n    pid: "service:x"';
    written(`services:\n  mail:\n    image: mail:7\n    ${more}\n`, 'compose.yaml');

    expect(loadProfile(written('compose: { service: mail }')).source).toEqual({ kind: 'image', image: 'mail:7' });
  });

  test.each(['volumes: [/var/run/docker.sock]', 'privileged: true', 'network_mode: host'])(
    'a profile has no such key: %s',
    (line) => {
      expect(() => loadProfile(written(`image: mail:7\n${line}\n`))).toThrow(
        new RegExp(`mail.yaml:2: ${line.split(':')[0]}: Unrecognized key`),
      );
    },
  );

  test.each(['/etc/passwd', '../outside', './link', 'sub/../../outside'])(
    'files are those beside the profile: not %s',
    (source) => {
      const outside = join(folder, 'outside');
      const home = join(folder, 'home');
      mkdirSync(join(home, 'sub'), { recursive: true });
      writeFileSync(outside, 'secret');
      rmSync(join(home, 'link'), { force: true });
      symlinkSync(outside, join(home, 'link'));

      const file = written(`image: mail:7\nfiles: [{ path: /x, source: ${source} }]\n`, 'home/mail.yaml');

      expect(() => loadProfile(file)).toThrow(
        `mail.yaml:2: files.0.source: ${source} is outside: it may be in the folder of the profile or below`,
      );
    },
  );

  test('also below it, and by a link that stays there', () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, 'sub'), { recursive: true });
    writeFileSync(join(home, 'sub/main.cf'), 'a = b');
    rmSync(join(home, 'here'), { force: true });
    symlinkSync('sub/main.cf', join(home, 'here'));

    const file = written('image: mail:7\nfiles: [{ path: /x, source: ./here }]\n', 'home/mail.yaml');

    expect(loadProfile(file).files).toEqual([{ path: '/x', content: 'a = b', mode: 0o644 }]);
  });
});
