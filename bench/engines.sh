#!/bin/bash
# engines.sh [ENGINE...] [-- OPTION OF verify...]: asks debian12 on other engines, which it starts here, and compares verdicts and
# time: each with the run before it on this machine's own engine, as other work on the machine comes and goes. Each engine has a
# network, a data folder and, where it needs them, a user and a root of its own, which go when it has been asked. ENGINE, all where none is named:
#   tcp, ssh                          a second Docker, in a network of its own with the same range
#   cgroup2, small                    the same without any cgroup controller; with 1 GiB for all containers (MEMORY=512M)
#   rootless-docker, rootless-podman  of a user who is made for it
#   podman, podman5, rootless-podman5 version 5 in a Debian 13, which ROOT13=folder keeps for the next time
# Needs root, Linux, the packages that it names, and the images of `npm run verify -- --image debian12`.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly name=harness-try here=198.18.77.1 there=198.18.77.2
all=(tcp ssh cgroup2 small rootless-docker rootless-podman podman podman5 rootless-podman5)
podman5='podman,crun,netavark,aardvark-dns,passt,slirp4netns,uidmap,fuse-overlayfs,iptables,nftables,iproute2,procps'

main() {
  local engine chosen=()
  [ "$(id -u)" = 0 ] || wrong 'it makes networks and users, which takes root'
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    [[ " ${all[*]} " = *" $1 "* ]] || wrong "no such engine: $1; there is ${all[*]}"
    chosen+=("$1")
    shift
  done
  folder=$(mktemp -d)
  chmod 755 "$folder"
  trap 'stop_engine; rm -rf "$folder"' EXIT
  # Of each the newest, which docker names first.
  mapfile -t images < <(docker images --format '{{.Repository}}:{{.Tag}}' 'smtp-auth-harness/*' |
    grep -E '/(lab|debian12):|base:bookworm' | awk -F: '!seen[$1]++')
  for engine in "${chosen[@]:-${all[@]}}"; do
    measure local '' "${@:2}"
    host='' root='' run='' uid='' runtime=$folder data=$folder/data docker_options=()
    "start_${engine//-/_}"
    if answers && docker save "${images[@]}" | docker -H "$host" load >>"$folder/log"; then
      measure "$engine" "$host" "${@:2}"
    else
      row "$engine" - - "does not answer: $(tail -n 1 "$folder/log")"
    fi
    stop_engine
  done
  echo
  column -t -s "$tab" "$folder/table"
}
tab=$'\t'

# How each is started: it sets $host, which DOCKER_HOST would be.

start_tcp() { second_docker; }
start_cgroup2() { second_docker unshare --mount bash -c 'mount -t cgroup2 none /sys/fs/cgroup && exec "$@"' bash; }
start_rootless_podman() { own_user && podman_service as_user; }
start_podman() { own_network && podman_service apart unshare --mount env "CONTAINERS_CONF=$(modest_limits)"; }
start_podman5() { debian13 && own_network && podman_service apart_within; }
start_rootless_podman5() { debian13 && own_user && podman_service as_user; }

start_ssh() {
  second_docker
  needs /usr/sbin/sshd ssh-agent
  mkdir -p /run/sshd "$folder/bin"
  ssh-keygen -q -t ed25519 -N '' -f "$folder/key"
  begin apart /usr/sbin/sshd -D -p 2222 -o PidFile=none -o "AuthorizedKeysFile=$folder/key.pub" -o StrictModes=no \
    -o PermitRootLogin=prohibit-password
  # The user's own ssh is asked, which has its agent.
  eval "$(ssh-agent -s)" >/dev/null
  pids+=("$SSH_AGENT_PID")
  ssh-add -q "$folder/key"
  until ssh-keyscan -p 2222 "$there" 2>/dev/null | grep . >"$folder/known_hosts"; do sleep 0.2; done
  printf '#!/bin/sh\nexec %s -o UserKnownHostsFile=%s "$@"\n' "$(command -v ssh)" "$folder/known_hosts" >"$folder/bin/ssh"
  chmod +x "$folder/bin/ssh"
  PATH=$folder/bin:$PATH
  host=ssh://root@$there:2222$folder/docker.sock
}

start_small() {
  local group=/sys/fs/cgroup/memory/$name
  mkdir -p "$group"
  echo 1 >"$group/memory.use_hierarchy" 2>/dev/null || true
  echo "${MEMORY:-1G}" >"$group/memory.limit_in_bytes"
  docker_options=(--cgroup-parent "/$name")
  second_docker
}

start_rootless_docker() {
  needs rootlesskit slirp4netns newuidmap
  own_user
  begin as_user /usr/share/docker.io/contrib/dockerd-rootless.sh
  host=unix://$runtime/docker.sock
}

# What they are made of.

second_docker() { # [COMMAND that runs another...]
  own_network
  begin apart "$@" dockerd --data-root "$folder/docker" --exec-root "$folder/exec" --pidfile "$folder/pid" \
    -H "tcp://$there:2375" -H "unix://$folder/docker.sock" "${docker_options[@]}"
  host=tcp://$there:2375
}

podman_service() { # COMMAND that runs another...
  begin "$@" podman --root "$data/storage" --runroot "${run:-$data/run}" system service --time 0 "unix://$runtime/podman.sock"
  host=unix://$root$runtime/podman.sock
}

# Version 4 would set limits that a root without CAP_SYS_RESOURCE may not.
modest_limits() {
  printf '[containers]\ndefault_ulimits = ["nofile=%s:%s", "nproc=32768:32768"]\n' "$(ulimit -Hn)" "$(ulimit -Hn)" \
    >"$folder/containers.conf"
  echo "$folder/containers.conf"
}

# A network namespace, reached by one address.
own_network() {
  ip netns add "$name"
  ip link add "$name" type veth peer name uplink netns "$name"
  ip address add "$here/30" dev "$name"
  ip link set "$name" up
  ip -n "$name" address add "$there/30" dev uplink
  for device in lo uplink; do ip -n "$name" link set "$device" up; done
}

# Not `ip netns exec`, which hides the control groups.
apart() { exec nsenter --net="/run/netns/$name" "$@"; }

own_user() {
  home=/var/lib/$name data=/var/lib/$name/data
  useradd ${root:+--root "$root"} --create-home --home-dir "$home" --shell /bin/bash "$name"
  uid=$(stat -c %u "$root$home")
  # Where a login would have made it: Podman 4 looks for it there.
  runtime=/run/user/$uid run=/run/user/$uid/containers
  install -d -m 700 -o "$uid" "$root$runtime"
  # slirp4netns opens it as the user; udev makes it so. By the number, as the name may be known in another root only.
  setpriv --reuid "$uid" --regid "$uid" --clear-groups test -w /dev/net/tun || wrong 'users may not open /dev/net/tun here: chmod 0666 /dev/net/tun'
}

as_user() {
  local way=exec
  [ -z "$root" ] || way=within
  "$way" runuser -u "$name" -- env "HOME=$home" "XDG_RUNTIME_DIR=$runtime" "$@"
}

debian13() {
  root=${ROOT13:-$folder/debian13} runtime=/run data=/var/lib/$name
  [ ! -x "$root/usr/bin/podman" ] || return 0
  needs mmdebstrap
  unshare --mount mmdebstrap --quiet --variant=minbase "--include=$podman5" trixie "$root" 2>>"$folder/log"
}

# With that folder as the root: a real one, as runtimes change theirs.
within() { exec unshare --mount bash -c "$enter" bash "$root" "$@"; }
apart_within() { apart unshare --mount bash -c "$enter" bash "$root" "$@"; }
# shellcheck disable=SC2016 # It is for the shell in there.
enter='set -e
  mount --rbind "$1" "$1"
  cd "$1"
  mkdir -p before
  for folder in proc sys dev; do mount --rbind "/$folder" "$folder"; done
  pivot_root . before
  cd /
  umount -l before
  exec "${@:2}"'

# How it is asked.

answers() {
  for _ in {1..150}; do docker -H "$host" version >/dev/null 2>&1 && return; sleep 0.2; done
  return 1
}

measure() { # LABEL HOST OPTION...
  local out=$folder/out-$1 since=$EPOCHREALTIME status=0 ms
  echo "--- $1${2:+: DOCKER_HOST=$2}"
  ${2:+env "DOCKER_HOST=$2"} npm run -s verify -- --image debian12 --quiet --out "$out" "${@:3}" || status=$?
  ms=$(((${EPOCHREALTIME/[.,]/} - ${since/[.,]/}) / 1000))
  if [ ! -f "$out/result.json" ]; then
    [ "$1" != local ] || wrong "verify gave no result here, on the own engine: status $status"
    row "$1" - - "no result, status $status"
    return
  fi
  if [ "$1" = local ]; then
    local_ms=$ms
    return
  fi
  row "$1" "$(node -p 'require(process.argv[1]).target.engine' "$out/result.json")" \
    "$(node -p "(($ms) / ($local_ms)).toFixed(2)") times" \
    "$(node -p "$sum" "$out/result.json"), status $status"
}

# shellcheck disable=SC2016 # It is for Node.
sum='Object.entries(require(process.argv[1]).summary).flatMap(([word, n]) => (n ? `${n} ${word}` : [])).join(", ")'

row() { local IFS=$tab; echo "$*" >>"$folder/table"; }

begin() {
  : >>"$folder/log"
  "$@" >>"$folder/log" 2>&1 </dev/null &
  pids+=($!)
}
pids=()

stop_engine() {
  local pid
  # A rootless engine has processes besides.
  for pid in "${pids[@]}" ${uid:+$(ps -o pid= -u "$uid")}; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  for pid in ${uid:+$(ps -o pid= -u "$uid")}; do kill -KILL "$pid" 2>/dev/null || true; done
  pids=()
  ip link delete "$name" 2>/dev/null || true
  ip netns delete "$name" 2>/dev/null || true
  [[ ${runtime-} != /run/user/* ]] || rm -rf "${root-}$runtime"
  [ -z "${root-}" ] || userdel --root "$root" --remove "$name" 2>/dev/null || true
  userdel --remove "$name" 2>/dev/null || true
  rmdir "/sys/fs/cgroup/memory/$name" 2>/dev/null || true
  umount "$folder"/docker/overlay2/*/merged 2>/dev/null || true
  rm -rf "$folder"/docker "$folder"/data "$folder"/exec "$folder"/key*
  [ -z "${ROOT13-}" ] || rm -rf "$ROOT13/var/lib/$name"
}

needs() {
  for command; do command -v "$command" >/dev/null || wrong "there is no $command: apt-get install openssh-server rootlesskit slirp4netns uidmap mmdebstrap"; done
}

wrong() {
  echo "engines: $1" >&2
  exit 2
}

main "$@"
