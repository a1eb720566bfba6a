#!/bin/bash
# store start|stop: the LDAP server, which goes into the background when it listens.
set -euo pipefail

case $1 in
  start)
    install -d -o openldap -g openldap /run/slapd
    slapd -f /etc/ldap/slapd.conf -h 'ldap://127.0.0.1/ ldapi:///' -u openldap -g openldap
    ;;
  stop)
    pid=$(cat /run/slapd/slapd.pid)
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
    ;;
esac
