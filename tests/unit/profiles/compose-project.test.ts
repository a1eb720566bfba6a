import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeProject } from '../../../helpers/profiles/compose/compose-project';

const folder = mkdtempSync(join(tmpdir(), 'compose-'));
mkdirSync(join(folder, 'conf'));
writeFileSync(join(folder, 'conf/main.cf'), 'a = b\n');
writeFileSync(join(folder, 'mail.env'), '# what the image wants\nB=of-the-file\nC="with blanks"\n');
writeFileSync(join(folder, '.env'), 'TAG=7\nBOTH=of-the-file\n');
symlinkSync('/etc', join(folder, 'link'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The project of `mail` in a file with these lines of it, and others. */
function read(lines: string, others = '', env: NodeJS.ProcessEnv = {}, more: readonly string[] = []) {
  const service = lines.trim().replaceAll(/^/gm, '    ');
  writeFileSync(join(folder, 'compose.yaml'), `services:\n  mail:\n    image: mail:7\n${service}\n${others}`);
  return composeProject({ file: 'compose.yaml', service: 'mail', with: more, without: ['banned'] }, { folder, env });
}

function settings(lines: string, others = '', env: NodeJS.ProcessEnv = {}) {
  return read(lines, others, env).asked.settings;
}

describe('the others start first', () => {
  const others =
    '  db: { image: db }\n  users: { image: users, depends_on: [db], networks: { default: { aliases: [dovecot] } } }\n';

  test('those that are needed by whom the server needs before those', () => {
    const { asked, others: started } = read('depends_on: { users: { condition: service_healthy } }', others);

    expect(started.map(({ name, names }) => [name, names])).toEqual([
      ['db', ['db']],
      ['users', ['users', 'dovecot']],
    ]);
    expect(asked.dependsOn).toEqual([{ service: 'users', condition: 'service_healthy', optional: false }]);
  });

  test('those that the profile names, and those of links', () => {
    expect(read('links: ["db:database"]', others).others.map(({ name }) => name)).toEqual(['db']);
    expect(read('', others, {}, ['users']).others.map(({ name }) => name)).toEqual(['db', 'users']);
  });

  test('those that the profile names may wait for the server: they do not', () => {
    const { others: started } = read('', '  queue: { image: queue, depends_on: [mail] }\n', {}, ['queue']);

    expect(started).toMatchObject([{ name: 'queue', dependsOn: [] }]);
  });

  test('one that asks for the machine is refused by name, and may be left out', () => {
    const far = '  firewall: { image: fw, privileged: true }\n  banned: { image: fw, network_mode: host }\n';

    expect(() => read('depends_on: [firewall]', far)).toThrow(
      /compose\.yaml:5: the service firewall has privileged: true: .*compose: \{ without: \[firewall\] \}/,
    );
    expect(read('depends_on: [banned]', far)).toMatchObject({ others: [], asked: { dependsOn: [] } });
  });

  test('a circle, and a service that is not there, are told', () => {
    const circle = '  a: { image: a, depends_on: [b] }\n  b: { image: b, depends_on: [a] }\n';

    expect(() => read('depends_on: [a]', circle)).toThrow(/depends_on goes in a circle: mail, a, b, a/);
    expect(() => read('depends_on: [redis]')).toThrow(/has no service redis; it has mail/);
  });

  test('of a value with several forms it is told what is wrong with the one that was meant', () => {
    expect(() => read('volumes: [{ type: image, source: x, target: /x }]')).toThrow(
      /compose.yaml:4: services.mail.volumes.0.type: expected bind, volume or tmpfs/,
    );
  });

  test('what a file has elsewhere is not read, and told with how to have it in one piece', () => {
    const inOnePiece = 'which is not read here: `docker compose -f .*/compose.yaml config` prints it as one piece';

    expect(() => read('extends: { service: base }', '  base: { environment: { A: b } }\n')).toThrow(
      new RegExp(`compose.yaml:4: the service mail extends another, ${inOnePiece}`),
    );
    expect(() => read('depends_on: [redis]', 'include: [redis.yaml]\n')).toThrow(
      new RegExp(`compose.yaml:5: there is no service redis but in what it includes, ${inOnePiece}`),
    );
  });
});

describe('values', () => {
  test.each([
    ['environment: { A: 1, B: }', { B: 'mine' }, { A: '1', B: 'mine' }],
    ['environment: [A=1, B, C]', { B: 'mine' }, { A: '1', B: 'mine' }],
    ['environment: { A: }', {}, {}],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own.
      'environment: { A: "${TAG}-${BOTH}-${NO:-x${TAG}}-${TAG:+y}-$$TAG" }',
      { BOTH: 'mine' },
      { A: '7-mine-x7-y-$TAG' },
    ],
    ['env_file: mail.env\nenvironment: { B: here }', {}, { B: 'here', C: 'with blanks' }],
    ['env_file: [{ path: no.env, required: false }]', {}, {}],
  ])('%s', (lines, env, environment) => {
    expect(settings(lines, '', env).environment).toEqual(environment);
  });

  test('a variable that nobody has is empty, and named with its line; one that is needed is an error', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own.
    expect(read('command: ["${NOBODY}"]').withheld).toEqual([
      expect.stringMatching(/compose\.yaml:4: the variable NOBODY is not set, and empty/),
    ]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own.
    expect(() => read('command: ["${NOBODY:?say who}"]')).toThrow(/compose\.yaml:4: .* NOBODY is not set: say who/);
  });

  test('what services have in common is written once', () => {
    const { others } = read(
      'depends_on: [a]',
      '  a:\n    <<: &common { image: db, user: "5" }\n    read_only: true\n  b: { <<: *common }\n',
    );

    expect(others[0]).toMatchObject({ source: { image: 'db' }, settings: { user: '5', readOnlyRoot: true } });
  });
});

describe('volumes', () => {
  test('a folder is a volume with a copy of it, a file is copied, a name is a volume of the project', () => {
    const { asked, volumes } = read(
      'volumes: [./conf:/etc/mail:ro, ./conf/main.cf:/etc/main.cf, data:/var/mail, /own]',
    );

    expect(asked.settings.volumes).toEqual([
      { volume: join(folder, 'conf'), target: '/etc/mail', readOnly: true },
      { volume: 'data', target: '/var/mail', readOnly: false },
      { volume: undefined, target: '/own', readOnly: false },
    ]);
    expect(asked.settings.files).toMatchObject([
      { target: '/etc/main.cf', from: { path: join(folder, 'conf/main.cf') } },
    ]);
    expect(volumes).toEqual([
      { name: join(folder, 'conf'), isFolder: true, folder: join(folder, 'conf') },
      { name: 'data', isFolder: false, folder: undefined },
    ]);
  });

  test('a folder that is not there is empty, and tmpfs is tmpfs however it is written', () => {
    const long = '{ type: tmpfs, target: /run, tmpfs: { size: 1000, mode: 700 } }';

    expect(read('volumes: [./new:/new]').volumes).toEqual([
      { name: join(folder, 'new'), isFolder: true, folder: undefined },
    ]);
    expect(settings(`volumes: [${long}]\ntmpfs: "/tmp:size=5m"`).tmpfs).toEqual({
      '/run': 'size=1000,mode=700',
      '/tmp': 'size=5m',
    });
  });

  test.each([
    ['volumes: [/etc:/x]', /compose\.yaml:4: \/etc is outside/],
    ['volumes: [../x:/x]', /compose\.yaml:4: \.\.\/x is outside/],
    ['volumes: ["~/x:/x"]', /compose\.yaml:4: ~\/x is outside/],
    ['volumes: [./link/passwd:/x]', /compose\.yaml:4: \.\/link\/passwd is outside/],
    ['env_file: /etc/environment', /compose\.yaml:4: \/etc\/environment is outside/],
    ['volumes: [a:x]', /compose\.yaml:4: volumes: x is no absolute path/],
    ['volumes: [far:/x]', /the volume far is external/],
    ['volumes: [disk:/x]', /the volume disk has driver_opts/],
    ['volumes: [{ type: npipe, target: /x }]', /compose\.yaml:4: services\.mail\.volumes\.0/],
  ])('%s is refused with its line', (lines, words) => {
    const others =
      'volumes: { far: { external: true }, disk: { driver_opts: { type: none, o: bind, device: /etc } } }\n';

    expect(() => read(lines, others)).toThrow(words);
  });
});

test('secrets and configs are files: of the folder, of the environment, or written out', () => {
  const others =
    'secrets: { a: { file: conf/main.cf }, b: { environment: WORD } }\nconfigs: { c: { content: "x\\n" } }\n';
  const { files } = settings('secrets: [a, { source: b, target: /b, mode: 0400 }]\nconfigs: [c]', others, {
    WORD: 'w',
  });

  expect(files).toEqual([
    { target: '/run/secrets/a', from: { path: join(folder, 'conf/main.cf') }, mode: 0o444 },
    { target: '/b', from: { text: 'w' }, mode: 0o400 },
    { target: '/c', from: { text: 'x\n' }, mode: 0o444 },
  ]);
});

test.each([
  ['secrets: [a]', '', /compose\.yaml:4: secrets: the file has no a/],
  ['secrets: [a]', 'secrets: { a: { external: true } }\n', /expected file, environment or content in a/],
  ['secrets: [a]', 'secrets: { a: { file: none } }\n', /compose\.yaml:5: secrets: there is no file none/],
  ['configs: [a]', 'configs: { a: { environment: NO } }\n', /compose\.yaml:5: the variable NO is not set/],
])('%s with %j is refused with its line', (lines, others, words) => {
  expect(() => read(lines, others)).toThrow(words);
});

test('what the lab does not give is named with its line; what nobody misses is not', () => {
  const { asked, withheld } = read(
    'cap_add: [SYS_NICE, NET_ADMIN]\nsysctls: { net.ipv4.ip_forward: 1 }\nrestart: always\nports: ["25:25"]',
  );

  expect(asked.settings.addedCapabilities).toEqual(['SYS_NICE']);
  expect(withheld.map((line) => line.replace(folder, ''))).toEqual([
    '/compose.yaml:5: the lab does not give mail its sysctls',
    '/compose.yaml:4: the lab does not give mail its cap_add: NET_ADMIN',
  ]);
});

test('a key that Compose does not have is named with its line, and what may be meant', () => {
  const { withheld } = read('enviroment: { A: 1 }\nx-own: 1\nlogging: { driver: none }\nwhatever: 1');

  expect(withheld.map((line) => line.replace(folder, ''))).toEqual([
    '/compose.yaml:4: the service mail has enviroment, which Compose does not know; did you mean environment?',
    '/compose.yaml:7: the service mail has whatever, which Compose does not know',
  ]);
});

test('a health check is that of Compose, with its durations', () => {
  expect(
    settings('healthcheck: { test: "nc -z localhost 25", interval: 1m30s, timeout: 500ms, retries: 3 }'),
  ).toMatchObject({
    healthcheck: { test: ['CMD-SHELL', 'nc -z localhost 25'], intervalMs: 90_000, timeoutMs: 500, retries: 3 },
  });
  expect(settings('healthcheck: { disable: true }').healthcheck?.test).toEqual(['NONE']);
  expect(() => settings('healthcheck: { interval: often }')).toThrow(/compose\.yaml:4: .*expected a duration/);
});

test.each([
  ['command: run "a b" c\\ d', ['run', 'a b', 'c d']],
  ['command: sh -c \'x="1"; y\'', ['sh', '-c', 'x="1"; y']],
  ['command: ["a b", 5]', ['a b', '5']],
])('%s is taken apart as Compose does', (line, words) => {
  expect(settings(line).command).toEqual(words);
});
