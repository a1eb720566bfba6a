#!/bin/bash
# Prints the lab's rules for iptables-restore: rules.sh <address of the lab itself>.
set -euo pipefail

to_harness() { # <protocol> <port that the server believes in> <port of the test process> [match...]
  echo "-A OUTPUT -p $1 --dport $2 ${*:4} -j DNAT --to-destination $HARNESS_ADDRESS:$3"
}

echo '*nat'
# Outgoing mail and DNS end in the test process, whatever address the server thinks it is talking to.
for pair in $SINK_PORTS; do to_harness tcp "${pair%=*}" "${pair#*=}" ! -o lo; done
to_harness udp 53 "${DATAGRAM_PORT:-$DNS_PORT}"
to_harness tcp 53 "$DNS_PORT"
# Each vantage point is a port of its own; connections through it get its source address.
for point in $VANTAGE_POINTS; do
  IFS='=' read -r published port client <<<"$point"
  # IPv6 clients come by way of haproxy: see between-families.sh.
  case $client in *:*) continue ;; esac
  if [ -z "$DATAGRAM_PORT" ]; then
    echo "-A PREROUTING -p tcp --dport $published -j REDIRECT --to-ports $port"
    echo "-A INPUT -p tcp --dport $port -m conntrack --ctorigdstport $published -j SNAT --to-source $client"
  else
    # The tunnel's end is in here. Of a connection within the machine, the source can be changed on its way out only.
    echo "-A OUTPUT -p tcp -d $1 --dport $published -j DNAT --to-destination $1:$port"
    echo "-A POSTROUTING -p tcp --dport $port -m conntrack --ctorigdstport $published -j SNAT --to-source $client"
  fi
done
echo COMMIT
echo '*filter'
echo '-A OUTPUT -o lo -j ACCEPT'
echo '-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'
echo "-A OUTPUT -d $HARNESS_ADDRESS -m conntrack --ctstate DNAT -j ACCEPT"
leak-rules.sh icmp
echo COMMIT
