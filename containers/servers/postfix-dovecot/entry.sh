#!/bin/bash
# Starts Dovecot and Postfix, with the hole that HOLE names.
set -euo pipefail

case ${HOLE-} in
  '') ;;
  relay-for-all) postconf -e 'mynetworks = 0.0.0.0/0' ;;
  private-networks) postconf -e "mynetworks = $(postconf -h mynetworks), 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16" ;;
  submission) postconf -P 'submission/inet/mynetworks=0.0.0.0/0' ;;
  own-sender)
    echo '/@example\.test$/ permit' >/etc/postfix/own
    postconf -e "smtpd_relay_restrictions = check_sender_access regexp:/etc/postfix/own, $(postconf -h smtpd_relay_restrictions)"
    ;;
  anonymous)
    postconf -e 'smtpd_sasl_security_options ='
    sed -i 's/^auth_mechanisms = .*/& anonymous/' /etc/dovecot/local.conf
    ;;
  auth-in-clear) postconf -e 'smtpd_tls_auth_only = no' ;;
  *) echo "no such hole: $HOLE" >&2; exit 2 ;;
esac

# The services are chrooted, and the container's resolver is known only now.
cp /etc/resolv.conf /etc/hosts /var/spool/postfix/etc/
dovecot
# What `postfix start-fg` does as process 1, without its checks: they were made with the image.
exec env MAIL_CONFIG=/etc/postfix MAIL_LOGTAG=postfix /usr/lib/postfix/sbin/master -i
