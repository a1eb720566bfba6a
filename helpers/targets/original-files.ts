import type { Target, TargetLog } from './target';

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

const areBack = 'the original files are back';

/**
 * Shell commands that stop the mail services, bring back the files that `keepOriginalFiles` saw, whatever was done since, and empty
 * the queue. A service that started meanwhile would complain of the files that are missing just then; whoever wants the services
 * restarts them. Done hundreds of times: so bash does what it can without starting a program, and only what has changed is
 * written, which an image's file system does slowly.
 */
export const restoreOriginalFiles = `mailctl stop
${list}
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
unset to_restore in_the_way line path was
logger -t harness '${areBack}'`;

/**
 * The log without what the server said before its original files came back for the first time after a position, such as the last
 * words of services that were stopped for it.
 */
export function logSinceRestored(log: TargetLog, position: number): TargetLog {
  let back: number | undefined;
  const start = (): number => {
    if (back !== undefined) return back;
    const index = log.linesSince(position).findIndex((line) => line.includes(areBack));
    if (index >= 0) back = position + index + 1;
    return back ?? position;
  };
  return {
    get ended() {
      return log.ended;
    },
    get position() {
      return log.position;
    },
    linesSince: (since) => log.linesSince(Math.max(since, start())),
    when: (enough, { since = 0, timeoutMs }) => log.when(enough, { since: Math.max(since, start()), timeoutMs }),
  };
}
