#!/bin/bash
# store start|stop: the IMAP server.
set -euo pipefail

case $1 in
  start) dovecot ;;
  stop) doveadm stop ;;
esac
