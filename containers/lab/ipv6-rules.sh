#!/bin/bash
# Prints the lab's rules for ip6tables-restore. The test process is reached by IPv4: haproxy stands in between, both ways.
set -euo pipefail

echo '*nat'
for pair in $SINK_PORTS; do
  echo "-A OUTPUT -p tcp --dport ${pair%=*} ! -o lo -j REDIRECT --to-ports ${pair#*=}"
done
for point in $VANTAGE_POINTS; do
  IFS='=' read -r published port address <<<"$point"
  case $address in *.*) continue ;; esac
  echo "-A OUTPUT -p tcp -d $IPV6 --dport $published -j DNAT --to-destination [$IPV6]:$port"
  # Of a connection within the machine, the source can be changed on its way out only.
  echo "-A POSTROUTING -p tcp --dport $port -m conntrack --ctorigdstport $published -j SNAT --to-source $address"
done
echo COMMIT
echo '*filter'
echo '-A OUTPUT -o lo -j ACCEPT'
echo '-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'
# What the kernel itself says to its neighbours.
echo '-A OUTPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128 -m comment --comment leak:ping -j DROP'
echo '-A OUTPUT -p ipv6-icmp -j DROP'
leak-rules.sh
echo COMMIT
