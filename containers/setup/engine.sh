# shellcheck shell=bash
# A Docker engine that answers: the one that does, else an installed one started, else Debian's installed.

engine_log=/var/log/docker.log

docker_engine() {
  engine_answers && return
  leave_alone_what_the_user_chose
  is_root || fail 1 "no Docker engine answers ($(what_docker_says))" "$(advice_without_root)"
  have dockerd || install_docker
  engine_answers || start_docker
}

# The version is asked of the engine, through DOCKER_HOST or the current context.
engine_answers() {
  have docker && bounded 30 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

what_docker_says() {
  if ! have docker; then
    echo 'there is no docker command'
  else
    bounded 30 docker version 2>&1 >/dev/null | printable | tail -n 1
  fi
}

# Who points to an engine wants that one; another, started beside it, would only hide the mistake.
leave_alone_what_the_user_chose() {
  local context
  if [ -n "${DOCKER_HOST-}" ]; then
    fail 1 "no Docker engine answers at $DOCKER_HOST ($(what_docker_says))" \
      'start that engine, or let it be reached from here; without DOCKER_HOST or --engine the one of this machine is used'
  fi
  context=${DOCKER_CONTEXT-}
  [ -n "$context" ] || context=$(docker context inspect --format '{{.Name}}' 2>/dev/null) || return 0
  [ "$context" = default ] || fail 1 "no Docker engine answers in the context $context ($(what_docker_says))" \
    'start that engine, or change to the one of this machine: docker context use default'
}

advice_without_root() {
  local user
  user=$(id -un)
  if [ "$(uname)" != Linux ]; then
    echo 'start Docker Desktop'
  elif [ -S /var/run/docker.sock ] && [ ! -w /var/run/docker.sock ]; then
    echo "sudo $(group_by_hand "$user"), and log in again (or run this as root)"
  elif have dockerd; then
    echo "sudo bash $here/setup.sh (it starts Docker)"
  else
    echo "as root: $(engine_by_hand); $(group_by_hand "$user"); then log in again$(podman_by_hand)"
  fi
}

# Podman is an engine too, where its API is switched on.
podman_by_hand() {
  if have podman; then
    echo ". Or Podman, which is here, with the docker command alone: systemctl --user start podman.socket &&" \
      "export DOCKER_HOST=unix://\$XDG_RUNTIME_DIR/podman/podman.sock"
  fi
}

install_docker() {
  have apt-get || fail 1 'there is no Docker engine, and no apt-get to install one' "$(engine_by_hand)"
  apt_install docker.io iptables
  # Where Debian has the command in a package of its own (since trixie), docker.io only recommends it.
  have docker || apt_install docker-cli
}

apt_install() {
  say "installing $* (apt-get), about a minute"
  # Some other repository may be out of order: what counts is whether the packages can be had.
  run apt-get update || say "  apt-get update had errors: $(last_line 300)"
  run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold "$@" ||
    fail_with_log 1 "$* could not be installed" "apt-get update && apt-get install -y --no-install-recommends $*"
}

start_docker() {
  if [ -d /run/systemd/system ]; then
    say 'starting Docker (systemctl start docker)'
    run systemctl start docker && run wait_for_engine && return
    docker_does_not_start journalctl -u docker -n 200 --no-pager
  fi
  if is_running docker.pid dockerd; then
    say 'waiting for Docker, which is starting'
  else
    say "starting Docker (its log: $engine_log)"
    forget_stale_pids
    run_service || run_daemon
  fi
  run wait_for_engine || docker_does_not_start tail -n 200 "$engine_log"
}

run_service() {
  [ -x /etc/init.d/docker ] && run service docker start
}

run_daemon() {
  setsid dockerd >>"$engine_log" 2>&1 </dev/null 9>&- &
  daemon=$!
}

# For 30 s at most, or until the daemon that was started here is dead.
wait_for_engine() {
  local limit=$((SECONDS + 30))
  until engine_answers; do
    [ "$SECONDS" -lt "$limit" ] || return 1
    [ -z "${daemon-}" ] || kill -0 "$daemon" 2>/dev/null || return 1
    sleep 0.3
  done
}

# docker_does_not_start COMMAND...: the command shows the engine's log.
docker_does_not_start() {
  "$@" 2>&1 | grep -v level=info >"$log" || true
  fail_with_log 1 'the Docker engine does not answer' 'dockerd (as root, in a terminal: it says what is wrong)'
}

# dockerd takes any process that has got its old number for itself, and refuses to start; for containerd it waits.
forget_stale_pids() {
  is_running docker.pid dockerd || rm -f /var/run/docker.pid
  is_running docker/containerd/containerd.pid containerd || rm -f /var/run/docker/containerd/containerd.pid
}

is_running() {
  local pid
  pid=$(cat "/var/run/$1" 2>/dev/null) && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ]
}
