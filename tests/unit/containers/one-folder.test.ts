import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typescript } from '../../programs';
import { StubbedMachine } from '../setup/stubbed-machine';

const project = join(__dirname, '../../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'one-folder-'));
  for (const part of ['containers', 'helpers', 'reports', 'package.json', 'tsconfig.json']) {
    cpSync(join(project, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'containers/reference/debian14'));
  writeFileSync(
    join(copy, 'containers/reference/debian14/server.env'),
    'BASE=forky\nBASE_IMAGE=debian:forky-slim\nMADE_OF=debian\nDOCKERFILE=debian\nVERSION=yes\n',
  );
});

afterAll(() => rmSync(copy, { recursive: true }));

test('a folder makes one more Debian known to --image, --matrix, the help and the recipes', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', typescript, '-e', whatIsKnown], {
    cwd: copy,
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    image: 'debian14',
    matrix: ['centos7', 'debian11', 'debian12', 'debian13', 'debian14', 'sid'],
    help: true,
    reproduceHelp: true,
    recipe: {
      name: 'debian14',
      dockerfile: 'debian/Dockerfile',
      base: 'forky',
      sources: ['debian', 'postfix-sasl'],
    },
  });
}, 30_000);

test('and to the set-up, which makes its base of the same packages', () => {
  using machine = new StubbedMachine(join(copy, 'containers')).withDocker('debian:forky-slim');

  expect(machine.setUp(['versions']).stdout.split('\n')).toContain('debian14');
  expect(machine.setUp(['--help']).stdout).toMatch(/^SUITE: .*\bforky\b/m);
  expect(machine.setUp(['base', 'forky']).status).toBe(0);
  expect(machine.calls('docker tag')).toEqual(['docker tag debian:forky-slim smtp-auth-harness/base:forky']);
});

const whatIsKnown = `
  const { catalogue } = require('./helpers/cli/verify/catalogue');
  const { declareVerify } = require('./helpers/cli/verify/options');
  const { declareReproduce } = require('./helpers/cli/reproduce/options');
  const { referenceVersions } = require('./helpers/targets/reference-servers');
  const { referenceRecipe } = require('./containers/docker/images');
  console.log(JSON.stringify({
    image: catalogue.images.find((name) => name === 'debian14'),
    matrix: referenceVersions,
    help: declareVerify(catalogue).command.helpInformation().includes('debian14'),
    reproduceHelp: declareReproduce().command.helpInformation().includes('debian14'),
    recipe: referenceRecipe('debian14'),
  }));
`;
