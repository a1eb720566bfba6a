import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { parameterHistory } from '../../../helpers/postfix/parameter-history';
import { inRange, isBefore } from '../../../helpers/postfix/version';

const folder = mkdtempSync(join(tmpdir(), 'postconf-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Postfix 2.10's, as far as the function needs it: where its files are, and what it is told otherwise.
writeFileSync(
  join(folder, 'postconf'),
  `#!/bin/sh\n[ "$2" = config_directory ] && echo ${folder} || echo "postconf $*"\n`,
);
chmodSync(join(folder, 'postconf'), 0o755);

const masterCf = `# service type private unprivileged chroot wakeup maxproc command
smtp inet n - n - - smtpd
submission inet n - n - - smtpd
  -o syslog_name=postfix/submission
  -o mynetworks=127.0.0.0/8
relay unix - - n - - smtp
`;

/** What master.cf is after a command, without its comment; and what was left to postconf itself. */
function after(command: string) {
  writeFileSync(join(folder, 'master.cf'), masterCf);
  const script = readFileSync(join(__dirname, '../../../helpers/reproduction/postconf-2.10.sh'), 'utf8');
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const printed = execFileSync('bash', ['-ec', `${script}\n${command}`], { env, encoding: 'utf8' });
  return { services: readFileSync(join(folder, 'master.cf'), 'utf8').trim().split('\n').slice(1), printed };
}

const [smtp, relay] = ['smtp inet n - n - - smtpd', 'relay unix - - n - - smtp'];
const submission = 'submission inet n - n - - smtpd -o syslog_name=postfix/submission';

test.each([
  ['postconf -P submission/inet/mynetworks=0.0.0.0/0', [smtp, `${submission} -o mynetworks=0.0.0.0/0`, relay]],
  [
    'postconf -P submission/inet/a=b "smtp/inet/c=d, e"',
    [`${smtp} -o c=d,e`, `${submission} -o mynetworks=127.0.0.0/8 -o a=b`, relay],
  ],
  ['postconf -PX submission/inet/mynetworks', [smtp, submission, relay]],
  [
    "postconf -F '*/inet/chroot=y' submission/inet/process_limit=2",
    [
      'smtp inet n - y - - smtpd',
      'submission inet n - y - 2 smtpd -o syslog_name=postfix/submission -o mynetworks=127.0.0.0/8',
      relay,
    ],
  ],
  ['postconf -MX submission/inet', [smtp, relay]],
])('on Postfix 2.10, `%s` does what it does since 2.11', (command, services) => {
  expect(after(command)).toEqual({ services, printed: '' });
});

test('what Postfix 2.10 has is left to it', () => {
  expect(after('postconf -e a=b').printed).toBe('postconf -e a=b\n');
});

test('no script for a failure mode of Postfix 2.10 sets a parameter that came later', () => {
  const later = catalogue
    .filter(({ versions }) => inRange('2.10.1', versions))
    .flatMap(({ id, reproduction }) =>
      parametersIn(`${reproduction?.inject}\n${reproduction?.repair}`).map((name) => ({ id, name })),
    )
    .filter(({ name }) => isBefore('2.10.1', parameterHistory[name]?.since ?? '2.0'));

  expect(later).toEqual([]);
});

function parametersIn(script: string): readonly string[] {
  // One that looks first whether it is there may set it.
  const unasked = script.replaceAll(/^if postconf -d .*?; fi$/gm, '');
  return [...unasked.matchAll(/postconf (?:-e )?(?:["']?(\w+) ?=)/g)].map(([, name = '']) => name);
}
