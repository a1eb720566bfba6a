#!/bin/bash
# Starts Courier, with the hole that HOLE names, and shows its log. It knows no ANONYMOUS.
set -euo pipefail

case ${HOLE-} in
  '') ;;
  relay-for-all) echo 'RELAYCLIENT=' >>/etc/courier/esmtpd ;;
  private-networks)
    printf '%s\tallow,RELAYCLIENT\n' 10 192.168 172.{16..31} >>/etc/courier/smtpaccess/default
    makesmtpaccess
    ;;
  submission) echo 'RELAYCLIENT=' >>/etc/courier/esmtpd-msa ;;
  auth-in-clear) sed -i 's/^ESMTPAUTH=.*/ESMTPAUTH="PLAIN LOGIN"/' /etc/courier/esmtpd ;;
  *) echo "no such hole: $HOLE" >&2; exit 2 ;;
esac

# rsyslogd opens a pipe, but not the container's standard output; cat waits for writers because it is one itself.
mkfifo /run/console
cat <>/run/console &
rsyslogd
authdaemond start
courierfilter start
courier start
esmtpd start
esmtpd-msa start
esmtpd-ssl start

trap 'esmtpd stop; esmtpd-msa stop; esmtpd-ssl stop; courier stop; authdaemond stop; exit 0' TERM INT
sleep infinity &
wait
