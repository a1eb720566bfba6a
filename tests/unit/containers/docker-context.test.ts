import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useCurrentContext } from '../../../containers/docker/docker-context';

const folder = mkdtempSync(join(tmpdir(), 'docker-context-'));
afterAll(() => rmSync(folder, { recursive: true }));

// As `docker context create build --docker host=… && docker context use build` leaves them.
const build = createHash('sha256').update('build').digest('hex');
write('config.json', { currentContext: 'build' });
write(`contexts/meta/${build}/meta.json`, {
  Name: 'build',
  Metadata: {},
  Endpoints: { docker: { Host: 'tcp://build.example.test:2376', SkipTLSVerify: false } },
});
write(`contexts/tls/${build}/docker/cert.pem`, '');

test.each([
  { given: {}, host: 'tcp://build.example.test:2376', why: 'the current context names it' },
  { given: { DOCKER_HOST: 'unix:///run/a.sock' }, host: 'unix:///run/a.sock', why: 'DOCKER_HOST goes before it' },
  { given: { DOCKER_CONTEXT: 'default' }, host: undefined, why: 'DOCKER_CONTEXT goes before it, too' },
  { given: { DOCKER_CONTEXT: 'gone' }, host: undefined, why: 'there is no such context' },
  { given: { DOCKER_CONFIG: join(folder, 'none') }, host: undefined, why: 'nobody has chosen one' },
])('the engine is $host: $why', ({ given, host }) => {
  const env: NodeJS.ProcessEnv = { DOCKER_CONFIG: folder, ...given };

  useCurrentContext(env);

  expect(env.DOCKER_HOST).toBe(host);
});

test('the certificates of a context go with it', () => {
  const env: NodeJS.ProcessEnv = { DOCKER_CONFIG: folder };

  useCurrentContext(env);

  expect(env).toMatchObject({
    DOCKER_CERT_PATH: join(folder, 'contexts/tls', build, 'docker'),
    DOCKER_TLS_VERIFY: '1',
  });
});

function write(path: string, content: unknown): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}
