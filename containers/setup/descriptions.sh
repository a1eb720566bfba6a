# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # $here is set in setup.sh; base-image.sh reads what is set here.
# What reference/NAME/server.env says of the reference servers: lines NAME=value, which TypeScript reads as well.

# read_description FILE: into the variables of these names.
read_description() {
  local key value
  BASE='' BASE_IMAGE='' BASE_DIGEST='' MADE_OF='' VERSION=''
  while IFS='=' read -r key value || [ -n "$key" ]; do
    case $key in
      BASE | BASE_IMAGE | BASE_DIGEST | MADE_OF | VERSION) printf -v "$key" %s "$value" ;;
    esac
  done <"$1"
}

# describe_base BASE: what the server on that base says of it; fails if none has it.
describe_base() {
  local file
  for file in "$here"/reference/*/server.env; do
    read_description "$file"
    [ "$BASE" != "$1" ] || return 0
  done
  return 1
}

# The base images, in the order of the servers' names; with `debian` those whose packages a Debian mirror has.
known_bases() {
  local file
  for file in "$here"/reference/*/server.env; do
    read_description "$file"
    if [ -n "$BASE" ] && [ "${1-$MADE_OF}" = "$MADE_OF" ]; then echo "$BASE"; fi
  done
}

# The versions that any machine with a Debian mirror can have, without debian12, on which everything else is tried.
other_versions() {
  local file name
  for file in "$here"/reference/*/server.env; do
    read_description "$file"
    name=${file%/server.env}
    name=${name##*/}
    if [ "$name" != debian12 ] && [ "$VERSION $MADE_OF" = 'yes debian' ]; then echo "$name"; fi
  done
}
