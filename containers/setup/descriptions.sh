# shellcheck shell=bash
# What reference/NAME/server.env says of the reference servers: lines NAME=value, which TypeScript reads as well.

# The base images, one a line, in the order of the servers' names.
known_bases() {
  local file
  for file in "$here"/reference/*/server.env; do field "$file" BASE; done
}

# base_field BASE NAME: what the server on that base says of it.
base_field() {
  local file
  for file in "$here"/reference/*/server.env; do
    if [ "$(field "$file" BASE)" = "$1" ]; then field "$file" "$2"; return; fi
  done
}

# Those whose packages a Debian mirror has.
debian_bases() {
  local base
  for base in $(known_bases); do
    if [ "$(base_field "$base" MADE_OF)" = debian ]; then echo "$base"; fi
  done
}

# The versions that any machine with a Debian mirror can have, without debian12, on which everything else is tried.
other_versions() {
  local file name
  for file in "$here"/reference/*/server.env; do
    name=${file%/server.env} name=${name##*/}
    if [ "$name" != debian12 ] && [ "$(field "$file" VERSION)$(field "$file" MADE_OF)" = yesdebian ]; then echo "$name"; fi
  done
}

# field FILE NAME: its value; nothing where there is none.
field() {
  local key value
  while IFS='=' read -r key value || [ -n "$key" ]; do
    if [ "$key" = "$2" ]; then echo "$value"; fi
  done <"$1"
}
