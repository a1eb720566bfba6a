#!/bin/bash
# second-engine.sh [OPTION OF verify...]: runs `verify` against a second Docker engine on this machine, in a network namespace
# and a data folder of its own, so that its containers and this machine's processes can't reach each other: by TCP, then by
# ssh:// where sshd is installed. Needs root, Linux, dockerd, iproute2, and the images of `npm run verify` built before.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo 'second-engine: it makes a network namespace, which takes root' >&2; exit 2; }

readonly name=harness2 here=198.18.77.1 there=198.18.77.2
folder=$(mktemp -d)
pids=()
clean_up() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; done || true
  ip link delete "$name" 2>/dev/null || true
  ip netns delete "$name" 2>/dev/null || true
  umount "$folder"/data/overlay2/*/merged 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

ip netns add "$name"
ip link add "$name" type veth peer name uplink netns "$name"
ip address add "$here/30" dev "$name"
ip link set "$name" up
ip -n "$name" address add "$there/30" dev uplink
for device in lo uplink; do ip -n "$name" link set "$device" up; done

# Not `ip netns exec`, which hides the control groups.
nsenter --net="/run/netns/$name" dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/pid" \
  -H "tcp://$there:2375" -H "unix://$folder/docker.sock" >"$folder/log" 2>&1 &
pids+=($!)
for try in {1..150}; do docker -H "tcp://$there:2375" version >/dev/null 2>&1 && break; sleep 0.2; done
mapfile -t images < <(docker images --format '{{.Repository}}:{{.Tag}}' 'smtp-auth-harness/*' | grep -E '/(lab|debian12):|base:bookworm')
docker save "${images[@]}" | docker -H "tcp://$there:2375" load >/dev/null

run() { echo "--- DOCKER_HOST=$1"; DOCKER_HOST=$1 npm run -s verify -- --image debian12 "${@:2}"; }
status=0
run "tcp://$there:2375" "$@" || status=$?

if [ -x /usr/sbin/sshd ]; then
  mkdir -p /run/sshd "$folder/home"
  ssh-keygen -q -t ed25519 -N '' -f "$folder/key"
  nsenter --net="/run/netns/$name" /usr/sbin/sshd -D -p 2222 -o PidFile=none -o "AuthorizedKeysFile=$folder/key.pub" \
    -o StrictModes=no -o PermitRootLogin=prohibit-password >>"$folder/log" 2>&1 &
  pids+=($!)
  # The user's own ssh is asked, which has its agent.
  eval "$(ssh-agent -s)" >/dev/null
  pids+=("$SSH_AGENT_PID")
  ssh-add -q "$folder/key"
  ssh-keyscan -p 2222 "$there" 2>/dev/null >>"$folder/known_hosts"
  mkdir -p "$folder/bin"
  printf '#!/bin/sh\nexec %s -o UserKnownHostsFile=%s "$@"\n' "$(command -v ssh)" "$folder/known_hosts" >"$folder/bin/ssh"
  chmod +x "$folder/bin/ssh"
  PATH=$folder/bin:$PATH run "ssh://root@$there:2222$folder/docker.sock" "$@" || status=$?
else
  echo 'ssh:// was not tried: there is no sshd here' >&2
fi
exit "$status"
