#!/bin/bash
# Runs once, when an image is built: users, sasldb, permissions. Paths are CentOS 7's on every system.
# A system that keeps things elsewhere makes links before it calls this.
set -euo pipefail

domain=example.test

# No key is in an image: each server gets its own with its start, from the authority of its lab.
mkdir -p /etc/pki/tls/certs /etc/pki/tls/private /run/saslauthd

# The how-to's saslpasswd2 -u <realm> -c <user>; the system accounts are for its other variant (saslauthd).
while read -r user password; do
  id -u "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/false "$user"
  echo "$user:$password" | chpasswd
  echo "$password" | saslpasswd2 -p -c -u "$domain" "$user"
done </tmp/users
rm /tmp/users

# Some builds of Cyrus SASL have --with-dbpath=/etc/sasl2/sasldb2; everything else here looks for it in the old place.
[ -e /etc/sasldb2 ] || ln -s sasl2/sasldb2 /etc/sasldb2
# As CentOS has it; Debian keeps it for the group sasl, in which postfix is not.
chmod 755 /run/saslauthd
chmod 640 /etc/sasldb2
chgrp postfix /etc/sasldb2
mkdir -p /var/spool/mail
[ -e /etc/aliases ] || echo 'postmaster: root' >/etc/aliases
# A Postfix without Berkeley DB (EL 10 has LMDB alone) has no hash: the how-to's tables are of its own kind there.
if ! postconf -m | grep -qx hash; then
  sed -i "s/hash:/$(postconf -dh default_database_type):/" /etc/postfix/main.cf
fi
newaliases
# Makes the directories of the queue; entry.sh starts master without asking for them again.
postfix check
