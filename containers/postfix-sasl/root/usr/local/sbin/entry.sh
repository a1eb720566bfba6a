#!/bin/bash
# Process 1: starts syslog, then the mail services, then waits and reaps. It stays when Postfix dies, as a host does.
set -u

stop() {
  mailctl stop
  exit 0
}
trap stop TERM INT

# New rsyslogds open no /dev/stdout (a symbolic link); a pipe they do. Opened for both, so that cat waits for writers.
mkfifo /run/console
cat <>/run/console &
# rsyslogd goes to the background only when /dev/log is there, so nothing that Postfix says is lost.
rsyslogd
mailctl start
sleep infinity &
wait
