import type { Target } from './target';

// Docker mounts them; they can be neither removed nor replaced, only written to.
const boundMounts = ['etc/resolv.conf', 'etc/hosts', 'etc/hostname'];

const queue = 'var/spool/postfix';
// The folders of Postfix's chroot, which is the queue's folder. Of what Postfix itself keeps there, only whose the folders are.
const chroot = ['etc', 'dev', 'lib', 'usr', 'run'];
const queued = [`${queue}/*/*`, ...chroot.map((folder) => `${queue}/${folder}/*`)].map((path) => `-path '${path}'`);
const passedOver = [
  ...boundMounts.map((path) => `-path ${path}`),
  `-path 'run/saslauthd/*'`,
  `\\( ${queued.join(' ! ')} \\)`,
].join(' -o ');

// A line for each path: of a folder whose it is, of all else when it was last changed in any way, be it its mode or its age.
// The plug-ins' folder is a link on Debian: it is about what that points to.
const list = `list() { find etc "$plug_ins" run/saslauthd ${queue} \\( ${passedOver} \\) -prune \
-o -type d -printf '%p\\td %m %U %G\\n' -o -printf '%p\\t%y %C@\\n'; }`;

/** Remembers the configuration of a server that is whole, so that `restoreOriginalFiles` can bring it back after any change. */
export async function keepOriginalFiles({ run }: Pick<Target, 'run'>): Promise<void> {
  await run(`${list}
cd /
plug_ins=$(readlink -f /usr/lib64/sasl2 | cut -c2-)
echo "$plug_ins" >/root/plug-in-folder
list >/root/original-files.list
cut -f1 /root/original-files.list | tar cpf /root/original-files.tar --no-recursion -T -
mkdir -p /root/mounts
cp ${boundMounts.join(' ')} /root/mounts/`);
}

/**
 * Shell commands that bring back the files that `keepOriginalFiles` saw, whatever was done since, and empty the queue. Services that run
 * are as they are until they are restarted. Done hundreds of times: so bash does what it can without starting a program, and
 * only what has changed is written, which an image's file system does slowly.
 */
export const restoreOriginalFiles = `${list}
shopt -s nullglob
cd /var/spool/postfix
queued=({maildrop,incoming,active,hold}/* {deferred,defer,corrupt}/*/*)
[ \${#queued[@]} = 0 ] || postsuper -d ALL >/dev/null 2>&1 || true
cd /
read -r plug_ins </root/plug-in-folder
declare -A to_restore
while IFS= read -r line; do to_restore[\${line%%$'\\t'*}]=$line; done </root/original-files.list
in_the_way=()
while IFS= read -r line; do
  path=\${line%%$'\\t'*}
  was=\${to_restore[$path]-}
  if [ "$line" = "$was" ]; then unset 'to_restore[$path]'
  elif [[ $line != *$'\\t'd* || $was != *$'\\t'd* ]]; then in_the_way+=("$path")
  fi
done < <(list)
[ \${#in_the_way[@]} = 0 ] || rm -rf "\${in_the_way[@]}"
[ \${#to_restore[@]} = 0 ] || printf '%s\\n' "\${!to_restore[@]}" | tar xpf /root/original-files.tar --no-recursion -T -
for mount in /root/mounts/*; do IFS= read -r -d '' content <"$mount" || true; printf %s "$content" >/etc/"\${mount##*/}"; done
shopt -u nullglob
unset to_restore in_the_way line path was`;
