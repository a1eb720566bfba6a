# shellcheck shell=bash
# Sourced by the findings: pinned packages in a temporary folder, which goes at the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# debian NAME=VERSION...: unpacks the packages below $folder/root and lets their programs and libraries be found. Nothing is installed.
debian() {
  mkdir -p debs
  (cd debs && apt-get download -qq "$@" 2>apt-said) || { cat debs/apt-said; changed "apt has not: $*"; }
  for package in debs/*.deb; do dpkg-deb -x "$package" root; done
  local libraries=$folder/root/usr/lib/x86_64-linux-gnu
  export LD_LIBRARY_PATH=$libraries:$folder/root/usr/lib/postfix
  export SASL_PATH=$libraries/sasl2 PATH=$folder/root/usr/sbin:$folder/root/usr/bin:$PATH
}

# npm_packages NAME@VERSION...: in $folder/node_modules.
npm_packages() {
  npm install --silent --no-audit --no-fund --prefix "$folder" "$@"
}

# until_there FILE: waits up to ten seconds for a file or a socket.
until_there() {
  for _ in {1..200}; do
    [ -e "$1" ] && return
    sleep 0.05
  done
  changed "$1 never came"
}

# until_listens PORT PID: waits up to thirty seconds for the program to listen on the port of 127.0.0.1.
until_listens() {
  for _ in {1..300}; do
    (: >"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    kill -0 "$2" || break
    sleep 0.1
  done
  changed "nobody listens on port $1"
}

# seen WORDS: what was found, as it was found.
seen() {
  printf 'seen: %s\n' "$*"
}

# changed WORDS: it is otherwise now, so that the finding has to be looked at again.
changed() {
  printf 'changed: %s\n' "$*" >&2
  exit 1
}

# same WHAT EXPECTED ACTUAL
same() {
  [ "$2" = "$3" ] || changed "$1: expected \"$2\", got \"$3\""
  seen "$1: $3"
}
