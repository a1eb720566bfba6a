import type { Target } from './target';

// Docker mounts them; they can be neither removed nor replaced, only written to.
const boundMounts = ['etc/resolv.conf', 'etc/hosts', 'etc/hostname'];

// The plug-ins' folder is a link on Debian: what it points to is kept. Of the queue, only whose its folders are.
const kept = `etc "$(readlink -f /usr/lib64/sasl2 | cut -c2-)" run/saslauthd --no-recursion var/spool/postfix var/spool/postfix/*`;

/** Remembers the configuration of a server that is whole, so that `restorePristine` can bring it back after any change. */
export async function remember({ run }: Pick<Target, 'run'>): Promise<void> {
  await run(`tar cpf /root/pristine.tar -C / --exclude-from=- ${kept} <<'END'\n${boundMounts.join('\n')}\nEND
mkdir -p /root/mounts\ncp ${boundMounts.map((path) => `/${path}`).join(' ')} /root/mounts/`);
}

/**
 * Shell commands that bring back the files that `remember` saw, whatever was done since, and empty the queue. Services that run
 * are as they are until they are restarted.
 */
export const restorePristine = `postsuper -d ALL >/dev/null 2>&1 || true
find /etc -mindepth 1 -maxdepth 1 ${boundMounts.map((path) => `! -path /${path}`).join(' ')} -exec rm -rf {} +
rm -rf "$(readlink -f /usr/lib64/sasl2)"/* /var/spool/postfix/{etc,dev,lib,usr,run}
tar xpf /root/pristine.tar -C /
for mount in /root/mounts/*; do cat "$mount" >/etc/"\${mount##*/}"; done`;
