import { preparedTarget } from '../../helpers/running/target-under-test';
import { keepOriginalFiles, logSinceRestored, restoreOriginalFiles } from '../../helpers/targets/original-files';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

let target: Target;
let before: string;

beforeAll(async () => {
  target = await startTarget(preparedTarget());
  await keepOriginalFiles(target);
  before = await everything();
}, 60_000);

afterAll(() => target[Symbol.asyncDispose](), 60_000);

test.each([
  ['a file has other content', 'postconf -e relayhost=203.0.113.25'],
  [
    'a file has other content of the same length and age',
    `touch -r /etc/postfix/master.cf /tmp/then
sed -i 's/^submission/submissiom/' /etc/postfix/master.cf
touch -r /tmp/then /etc/postfix/master.cf`,
  ],
  ['a file is gone', 'rm /etc/sasldb2'],
  ['a file is new', 'echo anonymous >/etc/postfix/sasl_passwd'],
  ['a file is somebody else’s', 'chown nobody /etc/sasldb2'],
  ['a file has another mode', 'chmod 600 /etc/sasldb2'],
  ['a folder has another mode', 'chmod 700 /etc/postfix'],
  ['a folder is somebody else’s', 'chgrp nogroup /run/saslauthd'],
  ['a folder is gone', 'rm -r /etc/pam.d'],
  ['a folder took the place of a file', 'rm /etc/sasldb2; mkdir /etc/sasldb2; touch /etc/sasldb2/data'],
  ['a file took the place of a folder', 'rm -r /etc/pam.d; touch /etc/pam.d'],
  ['a link took the place of a folder', 'mv /etc/pam.d /tmp/pam.d; ln -s /tmp/pam.d /etc/pam.d'],
  ['a link points elsewhere', 'ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime'],
  ['a plug-in is gone', 'rm /usr/lib64/sasl2/libplain.*'],
  ['the plug-ins’ folder is gone', 'rm -r "$(readlink -f /usr/lib64/sasl2)"'],
  ['a chroot has files', 'mkdir -p /var/spool/postfix/etc; cp /etc/sasldb2 /var/spool/postfix/etc/'],
  ['the queue’s folders are somebody else’s', 'chown nobody /var/spool/postfix/maildrop'],
  ['what Docker mounts has other content', 'echo nameserver 203.0.113.9 >/etc/resolv.conf'],
] as const)('what was remembered comes back: %s', async (_change, script) => {
  await target.run(script);
  expect(await everything()).not.toBe(before);

  await target.run(restoreOriginalFiles);

  expect(await everything()).toBe(before);
});

test('what a server says until then, as it is stopped too, is not in the log since', async () => {
  await target.restart();
  const since = target.log.position;
  await target.run('logger -t test said before');
  const log = logSinceRestored(target.log, since);

  await target.restart(`${restoreOriginalFiles}\nlogger -t test said after`);
  await log.when((lines) => lines.some((line) => line.includes('daemon started')), { since, timeoutMs: 20_000 });

  expect(target.log.linesSince(since).filter((line) => /said before|terminating on signal/.test(line))).toHaveLength(2);
  const words = log.linesSince(since).map((line) => /said \w+|terminating|daemon started/.exec(line)?.[0]);
  expect(words.filter((found) => found !== undefined)).toEqual(['said after', 'daemon started']);
});

/** Type, mode, owner, group, age and link of all paths, and the sum of each file; what Docker mounts is as old as it is. */
function everything(): Promise<string> {
  return target.run(`cd /
folders="etc $(readlink -f /usr/lib64/sasl2 || true) run/saslauthd"
find $folders -type d -printf '%p %y %m %u %g\\n' -o -printf '%p %y %m %u %g %Ts %l\\n' | grep -vE '^etc/(hosts|hostname|resolv.conf) ' | sort
find var/spool/postfix/{etc,lib,usr} var/spool/postfix -maxdepth 1 -printf '%p %y %m %u %g\\n' | sort
find $folders -type f -exec md5sum {} + | sort`);
}
