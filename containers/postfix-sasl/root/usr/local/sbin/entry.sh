#!/bin/bash
# Process 1: starts syslog, then the mail services, then waits and reaps. It stays when Postfix dies, as a host does.
set -u

# What a service has on a host. Engines may give 1e9, and CentOS 7's rsyslogd closes every one of them before it starts.
ulimit -Sn 1024

stop() {
  mailctl stop
  exit 0
}
trap stop TERM INT

# New rsyslogds open no /dev/stdout (a symbolic link); a pipe they do. Opened for both, so that cat waits for writers.
mkfifo /run/console
cat <>/run/console &
# Both go to the background only when /dev/log is there, so nothing that Postfix says is lost.
if command -v rsyslogd >/dev/null; then rsyslogd; else syslog-to-console >/run/console; fi
mailctl start
sleep infinity &
wait
