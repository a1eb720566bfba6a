#!/bin/bash
# Starts OpenSMTPD, with the hole that HOLE names. It shows no AUTH before TLS and knows no ANONYMOUS, whatever is configured.
set -euo pipefail

case ${HOLE-} in
  '') ;;
  relay-for-all) sed -i 's/^match auth from any for any /match from any for any /' /etc/smtpd.conf ;;
  private-networks) sed -i 's:"192.0.2.0/24":&, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16":' /etc/smtpd.conf ;;
  submission)
    sed -i 's/ port 587 .*/& tag SUBMISSION/' /etc/smtpd.conf
    echo 'match tag SUBMISSION from any for any action "outside"' >>/etc/smtpd.conf
    ;;
  own-sender) echo 'match from any mail-from "@example.test" for any action "outside"' >>/etc/smtpd.conf ;;
  *) echo "no such hole: $HOLE" >&2; exit 2 ;;
esac

exec smtpd -d
