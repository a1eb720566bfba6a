import type { Target } from './target';

// Docker mounts them; they can be neither removed nor replaced, only written to.
const boundMounts = ['etc/resolv.conf', 'etc/hosts', 'etc/hostname'];

// The plug-ins' folder is a link on Debian: what it points to is kept. Of the queue, only whose its folders are.
const kept = `etc "$(readlink -f /usr/lib64/sasl2 | cut -c2-)" run/saslauthd --no-recursion var/spool/postfix var/spool/postfix/*`;

/** Remembers the configuration of a server that is whole, so that `restorePristine` can bring it back after any change. */
export async function remember({ run }: Pick<Target, 'run'>): Promise<void> {
  await run(`tar cpf /root/pristine.tar -C / --exclude-from=- ${kept} <<'END'\n${boundMounts.join('\n')}\nEND
readlink -f /usr/lib64/sasl2 >/root/plug-in-folder
mkdir -p /root/mounts\ncp ${boundMounts.map((path) => `/${path}`).join(' ')} /root/mounts/`);
}

/**
 * Shell commands that bring back the files that `remember` saw, whatever was done since, and empty the queue. Services that run
 * are as they are until they are restarted. Done hundreds of times: so bash does what it can without starting a program.
 */
export const restorePristine = `shopt -s extglob nullglob dotglob
cd /var/spool/postfix
queued=({maildrop,incoming,active,hold}/* {deferred,defer,corrupt}/*/*)
[ \${#queued[@]} = 0 ] || postsuper -d ALL >/dev/null 2>&1 || true
read -r plug_ins </root/plug-in-folder
rm -rf /etc/!(${boundMounts.map((path) => path.slice('etc/'.length)).join('|')}) "$plug_ins"/* /var/spool/postfix/{etc,dev,lib,usr,run}
tar xpf /root/pristine.tar -C /
for mount in /root/mounts/*; do mapfile -d '' -t content <"$mount"; printf %s "\${content[@]}" >/etc/"\${mount##*/}"; done
cd /
shopt -u extglob nullglob dotglob`;
