import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import { ContainerShell } from '../../containers/docker/container-shell';
import { owner, ownerLabel, removeNow } from '../../containers/docker/leftovers';
import { noWait } from '../../containers/docker/no-wait';
import { preparedTarget } from '../../helpers/running/target-under-test';

let container: StartedTestContainer;

beforeAll(async () => {
  container = await new GenericContainer(preparedTarget().serverImage)
    .withLabels({ [ownerLabel]: owner() })
    .withEntrypoint(['sleep', '600'])
    .withWaitStrategy(noWait())
    .start();
}, 60_000);

afterAll(() => removeNow(container.getId()));

test('a script has its output and its status, and the next one has its own', async () => {
  const shell = await ContainerShell.open(container.getId());

  const results = await Promise.all([shell.run('echo one; exit 3'), shell.run('echo "it\'s two" >&2')]);

  expect(results).toEqual([
    { output: 'one\n', status: 3 },
    { output: "it's two\n", status: 0 },
  ]);
  shell.close();
});

test('a script that hangs is named, with what it has printed', async () => {
  const shell = await ContainerShell.open(container.getId(), 1_000);

  await expect(shell.run('echo begun; sleep 60')).rejects.toThrow(
    /after 1 s `echo begun; sleep 60` still runs; so far: begun/,
  );
  await expect(shell.run('echo next')).rejects.toThrow(/the container ended|still runs/);
});

test('a container that ends under a script is no answer', async () => {
  const shell = await ContainerShell.open(container.getId());

  await expect(shell.run('echo begun; kill -9 $PPID')).rejects.toThrow(/the container ended; so far: begun/);
});
