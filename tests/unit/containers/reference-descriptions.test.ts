import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceRecipe } from '../../../containers/docker/images';
import { readReferenceDescriptions, referenceDescriptions } from '../../../containers/docker/reference-descriptions';

const containers = join(__dirname, '../../../containers');

test('every folder describes a server, whose Dockerfile is there', () => {
  expect(referenceDescriptions.map(({ name }) => name).sort()).toEqual(
    readdirSync(join(containers, 'reference')).sort(),
  );
  for (const { name } of referenceDescriptions) {
    expect(readFileSync(join(containers, referenceRecipe(name).dockerfile), 'utf8')).toMatch(/^FROM \$\{BASE\}$/m);
  }
});

test('the versions that the matrix asks come first', () => {
  const versions = referenceDescriptions.filter(({ isVersion }) => isVersion).map(({ name }) => name);

  expect(versions).toEqual(['centos7', 'debian11', 'debian12', 'debian13', 'sid']);
  expect(referenceDescriptions.slice(0, versions.length).map(({ name }) => name)).toEqual(versions);
});

test('a server that was never tried says so', () => {
  const untried = referenceDescriptions.filter(({ dockerfileFolder }) => dockerfileFolder === 'rpm');

  expect(untried.length).toBeGreaterThan(0);
  for (const { isVersion, notice } of untried)
    expect({ isVersion, notice }).toEqual({ isVersion: false, notice: expect.stringContaining('never tried') });
});

test('a server on another one is made of its recipe', () => {
  expect(referenceRecipe('smarthost').base).toEqual(referenceRecipe('debian12'));
});

test.each([
  ['BASE=forky\nNOTE=new\n', /debian14\/server\.env: NOTE is none of BASE, /],
  ['BASE=forky\nSASL_TYPE=gsasl\n', /debian14\/server\.env: SASL_TYPE is none of cyrus, dovecot/],
  ['VERSION=yes\n', /debian14\/server\.env: it needs BASE or BASE_SERVER/],
])('what can not be read in %j is named', (text, problem) => {
  const folder = mkdtempSync(join(tmpdir(), 'descriptions-'));
  try {
    mkdirSync(join(folder, 'reference/debian14'), { recursive: true });
    writeFileSync(join(folder, 'reference/debian14/server.env'), text);

    expect(() => readReferenceDescriptions(folder)).toThrow(problem);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
