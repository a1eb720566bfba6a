#!/bin/bash
# Prints what haproxy needs to stand between the families: clients that come by IPv4 to a server by IPv6, and mail that leaves
# by IPv6 to the test process by IPv4. The port stays the same where `server` names none.
set -euo pipefail

sinks=() clients=()
for pair in $SINK_PORTS; do sinks+=("[::1]:${pair#*=}"); done
for point in $VANTAGE_POINTS; do
  IFS='=' read -r published _ client <<<"$point"
  case $client in *:*) clients+=("0.0.0.0:$published") ;; esac
done
listed() { # <addresses…>
  local IFS=,
  echo "$*"
}

cat <<END
global
  maxconn 400
  nbthread 1
defaults
  mode tcp
  retries 0
  timeout connect 10s
  timeout client 30m
  timeout server 30m
listen sinks
  bind $(listed "${sinks[@]}")
  server us $HARNESS_ADDRESS
END
[ ${#clients[@]} = 0 ] || cat <<END
listen clients
  bind $(listed "${clients[@]}")
  server server [$IPV6]
END
