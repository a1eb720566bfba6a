import { engineNamed } from '../../../../helpers/cli/verify/engine-name';
import { engineEnvironment } from '../../../../helpers/running/engine-environment';

test.each([
  ['tcp://Build.example.test:2376/', 'tcp://build.example.test:2376'],
  ['ssh://alice@build.example.test', 'ssh://alice@build.example.test'],
  ['ssh://build.example.test:2222/run/podman.sock', 'ssh://build.example.test:2222/run/podman.sock'],
  ['unix:///run/podman/podman.sock', 'unix:///run/podman/podman.sock'],
])('%s is an engine', (text, name) => {
  expect(engineNamed(text)).toBe(name);
});

test.each(['build.example.test', 'build:2376', 'tcp://', 'unix://', 'http://a', 'ssh://alice:secret@a'])(
  '%s is none',
  (text) => {
    expect(() => engineNamed(text)).toThrow('is no engine: give what DOCKER_HOST takes');
  },
);

test('an engine that is named goes before that of the environment, whose certificates are for those reached by TCP', () => {
  const env = { DOCKER_HOST: 'tcp://a', DOCKER_TLS_VERIFY: '1', HOME: '/root' };

  expect(engineEnvironment(undefined, env)).toBe(env);
  expect(engineEnvironment('tcp://b', env)).toEqual({ ...env, DOCKER_HOST: 'tcp://b' });
  expect(engineEnvironment('ssh://b', env)).toEqual({ HOME: '/root', DOCKER_HOST: 'ssh://b' });
});
