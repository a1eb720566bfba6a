import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import { execInContainer } from '../../containers/docker/exec-in-container';
import { owner, ownerLabel, removeNow } from '../../containers/docker/leftovers';
import { noWait } from '../../containers/docker/no-wait';
import { runDiagnose } from '../../helpers/cli/diagnose/diagnose';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import { preparedTarget } from '../../helpers/running/target-under-test';

const refused =
  'Nov 24 23:49:37 mail postfix/smtpd[9]: warning: unknown[192.0.2.1]: SASL PLAIN authentication failed: authentication failure';
const typo = 'Nov 24 23:49:38 mail postfix/smtpd[9]: warning: unknown smtpd restriction: "permit_sasl"';
const noMechanisms = 'fatal: no SASL authentication mechanisms';

let folder: string;
let compose: string;
let postfix: StartedTestContainer;
let dovecot: StartedTestContainer;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'compose-')));
  compose = join(folder, 'compose.yaml');
  writeFileSync(compose, 'services: { postfix: { image: a }, dovecot: { image: b } }\n');
  [postfix, dovecot] = await Promise.all([
    started('postfix', `echo '${refused}'; exec sleep 600`),
    started('dovecot', `mkdir -p /var/log; echo '${typo}' >/var/log/mail.log; exec sleep 600`),
  ]);
}, 60_000);

afterAll(async () => {
  await Promise.all([removeNow(postfix.getId()), removeNow(dovecot.getId())]);
  rmSync(folder, { recursive: true });
});

/** As Compose starts a service: it is known by its labels alone. */
function started(service: string, script: string): Promise<StartedTestContainer> {
  const label = (name: string) => `com.docker.compose.${name}`;
  return new GenericContainer(preparedTarget().serverImage)
    .withLabels({
      [ownerLabel]: owner(),
      ...{ [label('project')]: 'mail', [label('service')]: service, [label('container-number')]: '1' },
      ...{ [label('project.working_dir')]: folder, [label('project.config_files')]: compose },
    })
    .withEntrypoint(['sh', '-c', script])
    .withNetworkMode('none')
    .withWaitStrategy(noWait())
    .start();
}

function diagnosing(argv: readonly string[]) {
  const ending = new AbortController();
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const [stdout, stderr] = [{ write }, { write }];
  const ended = runDiagnose(argv, {
    ...{ modes: catalogue, stdin: Readable.from([]), stdout, stderr, env: {} },
    interrupted: ending.signal,
  });
  return { ended, end: () => ending.abort(), written: () => written };
}

test('--compose reads the log of every container, whether it is a file or what the engine has kept', async () => {
  const { ended, written } = diagnosing(['--compose', compose, '--json']);

  expect(await ended).toBe(1);
  const { read } = JSON.parse(written());
  expect(read.sources.map(({ lines }: { readonly lines: number }) => lines)).toEqual([1, 1]);
  expect(written()).toContain('relay-refused/restriction-misspelt');
});

test('a compose file that nothing was started from says how to start it', async () => {
  const other = join(folder, 'other.yaml');
  writeFileSync(other, 'name: nobody\nservices: {}\n');

  await expect(diagnosing(['--compose', other]).ended).rejects.toThrow(`docker compose -f ${other} up -d`);
});

test('--follow names what containers log from then on, and leaves nothing running in them', async () => {
  const log = diagnosing(['--compose', compose, '--follow']);
  const print = `echo 'Nov 24 23:50:00 mail postfix/smtpd[9]: ${noMechanisms}' >/proc/1/fd/1`;
  const append = `echo '${typo}' >>/var/log/mail.log`;
  // Until both are followed, what is written counts as old; and a busy engine is not asked faster than it answers.
  do {
    await execInContainer(postfix.getId(), ['sh', '-c', print]);
    await execInContainer(dovecot.getId(), ['sh', '-c', append]);
  } while (!['Nov 24 23:50:00', 'relay-refused/restriction-misspelt'].every((text) => log.written().includes(text)));
  log.end();

  expect(await log.ended).toBe(0);
  expect(log.written().split('(relay-refused/restriction-misspelt)')).toHaveLength(2);
  await noTail(dovecot.getId());
}, 120_000);

/** Waits until no `tail` runs in the container; one that has ended is there until the first process asks for its status. */
async function noTail(id: string): Promise<void> {
  for (;;) {
    const script =
      'for one in /proc/[0-9]*/stat; do read -r _ name state _ <$one; echo "$name $state"; done 2>/dev/null';
    const { output } = await execInContainer(id, ['sh', '-c', script]);
    if (!/^\(tail\) [^Z]/m.test(output)) return;
  }
}
