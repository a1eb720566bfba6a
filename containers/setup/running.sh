# shellcheck shell=bash
# How set-up speaks, runs what takes long, takes turns and cleans up after itself.

scratch=''  # a temporary folder, once there is one
log=''      # what the last long command said
job=''      # the process group that is running
undo=''     # the function that takes back what is half done
has_turn='' # set while other set-ups wait for this one

say() {
  printf 'set-up: %s\n' "$*" >&2
}

# fail CODE WHAT [BY HAND]: the end.
fail() {
  say "FAILED: $2"
  if [ -n "${3-}" ]; then say "by hand: $3"; fi
  exit "$1"
}

# The same, after the end of what the last long command said.
fail_with_log() {
  tail -n 20 "$log" | printable | sed 's/^/  | /' >&2
  fail "$@"
}

have() {
  command -v "$1" >/dev/null
}

is_root() {
  [ "$(id -u)" = 0 ]
}

# A limit for what should answer at once. Without timeout (macOS) there is none.
bounded() {
  if have timeout; then timeout "$@"; else "${@:2}"; fi
}

# Runs a command, keeps its output for the case that it fails, and shows every few seconds that it lives. With
# silence_limit set, a command that has said nothing at all in so many seconds is given up.
run() {
  local started=$SECONDS status='' elapsed line
  start_job "$@"
  until read -r -t 5 status <&3; do
    elapsed=$((SECONDS - started))
    if ! kill -0 "$job" 2>/dev/null; then break; fi
    if [ ! -s "$log" ] && [ "$elapsed" -ge "${silence_limit:-99999}" ]; then
      end_job
      echo "no answer within $silence_limit s" >"$log"
    fi
    line=$(last_line)
    say "  $elapsed s${line:+: $line}"
  done
  job=''
  return "${status:-1}"
}

# In a process group of its own, so that it can be ended as a whole; its exit status comes through a pipe, so that the
# wait for it can have a limit. The lock is not passed on: a daemon started below would keep it.
start_job() {
  make_scratch
  log=$scratch/log
  set -m
  (
    set +m
    trap : TERM # stays to see the command end
    status=0
    "$@" >"$log" 2>&1 </dev/null 3>&- || status=$?
    echo "$status" >&3
  ) 9>&- 2>/dev/null &
  job=$!
  set +m
}

# What doesn't end soon when asked to (npm takes a minute to undo what it did) is killed.
end_job() {
  local patience=25
  kill -TERM -- "-$job" 2>/dev/null || true
  while kill -0 -- "-$job" 2>/dev/null && [ $((patience -= 1)) -gt 0 ]; do sleep 0.2; done
  kill -KILL -- "-$job" 2>/dev/null || true
  { wait "$job" || true; } 2>/dev/null
}

last_line() {
  tail -c 1000 "$log" | tr '\r' '\n' | printable | grep -v '^ *$' | tail -n 1 | cut -c "1-${1-100}"
}

printable() {
  LC_ALL=C tr -cd '[:print:]\n'
}

make_scratch() {
  [ -z "$scratch" ] || return 0
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/smtp-auth-harness.XXXXXX")
  mkfifo "$scratch/ended"
  exec 3<>"$scratch/ended"
}

# Two set-ups at once would install and build the same things twice. Each must look again once it has the turn.
one_at_a_time() {
  local file
  if [ -n "$has_turn" ] || ! have flock; then return; fi
  file=/tmp/smtp-auth-harness-set-up-$(id -u).lock
  exec 9<>"$file"
  if ! flock -n 9; then
    say "waiting for another set-up on this machine (process $(head -n 1 "$file"))"
    until flock -w 10 9; do say '  still waiting for it'; done
  fi
  echo "$$" >"$file"
  has_turn=yes
}

clean_up() {
  trap '' HUP INT TERM # a second Ctrl-C is not to leave half of it
  if [ -n "$job" ]; then end_job; fi
  if [ -n "$undo" ]; then "$undo"; fi
  if [ -n "$scratch" ]; then rm -rf "$scratch"; fi
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
