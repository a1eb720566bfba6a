#!/bin/bash
# Prints the last rules of a filter table: leak-rules.sh [icmp]. What comes to them would have left the lab: it is counted, by
# what it was, and gone.
set -euo pipefail

[ "${1-}" != icmp ] || echo '-A OUTPUT -p icmp -m icmp --icmp-type echo-request -m comment --comment leak:ping -j DROP'
for service in tcp/80=http tcp/443=https tcp/22=ssh tcp/53=dns udp/53=dns tcp/853=dns-over-tls udp/443=quic udp/123=ntp udp/514=syslog; do
  IFS='/=' read -r protocol port name <<<"$service"
  echo "-A OUTPUT -p $protocol --dport $port -m comment --comment leak:$name -j DROP"
done
for protocol in tcp udp; do echo "-A OUTPUT -p $protocol -m comment --comment leak:$protocol -j DROP"; done
echo '-A OUTPUT -m comment --comment leak:other -j DROP'
