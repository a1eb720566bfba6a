#!/bin/bash
# store start|stop: the database is a file, which is there or is not.
set -euo pipefail

case $1 in
  start) mv /root/users.db /etc/postfix/users.db ;;
  stop) mv /etc/postfix/users.db /root/users.db ;;
esac
