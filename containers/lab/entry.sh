#!/bin/bash
# Closes the namespace, then stays: the rules are the lab, the process only keeps the namespace alive.
# Environment: SINK_PORTS "25=41001 465=41002 587=41003", DNS_PORT "41053",
# VANTAGE_POINTS "10025=25=198.51.100.7 …": published port, port of the server, address that the server sees.
set -euo pipefail

host=$(getent ahostsv4 harness.host | awk 'NR == 1 { print $1 }')
rules.sh "$host" | iptables-restore
rules.sh none | ip6tables-restore 2>/dev/null || echo 'lab: no IPv6 here, nothing to close'
echo 'lab: ready'
# A signal must end a shell that waits: sleep runs beside it.
trap 'exit 0' TERM INT
sleep infinity &
wait
