#!/bin/bash
# What people write around swaks to see whether a server relays: swaks-relay.sh HOST FROM TO NAME PORT...
# FROM and TO belong to other domains, NAME is the server's own; the ports are those of 25, 587 and 465, in this order.
# Prints a line for each recipient that is taken from somebody who has not logged in.
set -uo pipefail

host=$1 from=$2 to=$3 name=$4
shift 4
user=${to%@*} domain=${to#*@}
implicit=${3-}

attempt() {
  local words=$1 port=$2 how=()
  shift 2
  [ "$port" != "$implicit" ] || how=(--tls-on-connect)
  swaks --server "$host" --port "$port" --from "$from" --quit-after RCPT --timeout 10 --hide-all "${how[@]}" "$@" \
    >/dev/null 2>&1 && echo "$words on $port"
}

for port; do
  attempt 'a foreign recipient' "$port" --to "$to"
  attempt 'a foreign recipient, from the server itself' "$port" --to "$to" --from "root@$name"
  attempt 'a foreign recipient, from nobody' "$port" --to "$to" --from '<>'
  attempt 'percent hack' "$port" --to "$user%$domain@$name"
  attempt 'bang path' "$port" --to "$domain!$user"
  attempt 'source route' "$port" --to "@$name:$to"
  attempt 'quoted' "$port" --to "\"$to\"@$name"
  attempt 'after a failed login' "$port" --to "$to" --auth-optional PLAIN --auth-user nobody --auth-password wrong
  [ "$port" = "$implicit" ] || attempt 'within STARTTLS' "$port" --to "$to" --tls-optional
done
exit 0
