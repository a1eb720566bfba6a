import type { Target } from '../targets/target';

/** Remembers the configuration of a server that is whole, so that `restore` can bring it back after any change. */
export async function remember(target: Target): Promise<void> {
  await target.run(`tar cpf /root/pristine.tar -C / --exclude-from=- ${kept} <<'END'\n${boundMounts.join('\n')}\nEND`);
}

/** Brings back what `remember` saw, whatever was done since, with an empty queue and the mail services restarted. */
export async function restore(target: Target): Promise<void> {
  target.dns.resetZones();
  await target.run(`mailctl stop
postsuper -d ALL 2>/dev/null || true
find /etc -mindepth 1 -maxdepth 1 ${boundMounts.map((path) => `! -path /${path}`).join(' ')} -exec rm -rf {} +
rm -rf "$(readlink -f /usr/lib64/sasl2)"/* /var/spool/postfix/{etc,dev,lib,usr,run}
tar xpf /root/pristine.tar -C /`);
  await target.restart();
}

// The plug-ins' folder is a link on Debian: what it points to is kept. Of the queue, only whose its folders are.
const kept = `etc "$(readlink -f /usr/lib64/sasl2 | cut -c2-)" run/saslauthd --no-recursion var/spool/postfix var/spool/postfix/*`;

// Docker mounts them; they can be neither removed nor replaced.
const boundMounts = ['etc/resolv.conf', 'etc/hosts', 'etc/hostname'];
