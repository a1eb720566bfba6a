#!/bin/bash
# Prints the lab's rules for iptables-restore: rules.sh <address of the test process>.
set -euo pipefail

echo '*nat'
# Outgoing mail and DNS end in the test process, whatever address the server thinks it is talking to.
for pair in $SINK_PORTS; do
  echo "-A OUTPUT -p tcp --dport ${pair%=*} ! -o lo -j DNAT --to-destination $1:${pair#*=}"
done
for protocol in udp tcp; do
  echo "-A OUTPUT -p $protocol --dport 53 -j DNAT --to-destination $1:$DNS_PORT"
done
# Each vantage point is a port of its own; connections through it get its source address.
for point in $VANTAGE_POINTS; do
  IFS='=' read -r published port address <<<"$point"
  # IPv6 clients come by way of socat: see ipv6-rules.sh.
  case $address in *:*) continue ;; esac
  echo "-A PREROUTING -p tcp --dport $published -j REDIRECT --to-ports $port"
  echo "-A INPUT -p tcp --dport $port -m conntrack --ctorigdstport $published -j SNAT --to-source $address"
done
echo COMMIT
echo '*filter'
echo '-A OUTPUT -o lo -j ACCEPT'
echo '-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'
echo "-A OUTPUT -d $1 -m conntrack --ctstate DNAT -j ACCEPT"
leak-rules.sh icmp
echo COMMIT
