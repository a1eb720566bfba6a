#!/bin/bash
# Closes the namespace, then stays: the rules are the lab, the process only keeps the namespace alive.
# Environment: HARNESS_ADDRESS "172.17.0.1", the test process, or "127.0.0.1" where a tunnel leads to it;
# SINK_PORTS "25=41001 465=41002 587=41003", DNS_PORT "41053", DATAGRAM_PORT "9953" where datagrams.pl stands before a
# tunnel, else empty;
# IPV6 "fd00:db8::2", the lab's own address,
# VANTAGE_POINTS "10025=25=198.51.100.7 …": published port, port of the server, address that the server sees.
set -euo pipefail

families=
# It listens when it goes into the background: by then the rules are there too.
if grep -q . /proc/net/if_inet6 2>/dev/null; then haproxy -q -D -f <(between-families.sh) & families=$!; fi
read -r device address < <(ip -4 -oneline address show scope global | awk '{ sub("/.*", "", $4); print $2, $4; exit }')
rules.sh "$address" | iptables-restore

family=IPv4
if [ -n "$families" ]; then
  ipv6-rules.sh | ip6tables-restore
  ip -6 address add "$IPV6/64" dev "$device" nodad
  # Answers to clients need a route before the rules send them back to loopback; what else goes there is dropped.
  ip -6 route add default dev "$device"
  wait "$families"
  family='IPv4 and IPv6'
fi
echo "lab: ready, $family, at $address"
# A signal must end a shell that waits: sleep runs beside it.
trap 'exit 0' TERM INT
sleep infinity &
wait
