#!/bin/bash
# store start|stop: the passwords are a file, which is there or is not; who has it open is told.
set -euo pipefail

case $1 in
  start) mv /root/users /etc/dovecot/users ;;
  stop) mv /etc/dovecot/users /root/users ;;
esac
doveadm reload
