#!/usr/bin/env bash
# Cyrus SASL 2.1.28: saslpasswd2 takes its settings from saslpasswd.conf. Expected: from saslpasswd2.conf, as every program that uses the
# library reads a file of its own name; or from the server's, for which it keeps the passwords. Where a server's smtpd.conf
# names another database (sasldb_path, or auxprop_plugin: sql), saslpasswd2 goes on to write /etc/sasldb2, says nothing, and
# whoever was added so does not get in. `saslpasswd2 -a smtpd` reads smtpd.conf.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian sasl2-bin=2.1.28+dfsg-10+deb12u1 libsasl2-2=2.1.28+dfsg-10+deb12u1 libsasl2-modules-db=2.1.28+dfsg-10+deb12u1 \
  libdb5.3=5.3.28+dfsg2-1
export SASL_CONF_PATH=$folder/settings
mkdir settings

# Whether a password goes into the database that a file of this name points to; another one of the same takes what is left over.
keeps() {
  local name=$1
  shift
  rm -rf settings/* named.db
  printf 'sasldb_path: %s/other.db\n' "$folder" >settings/saslpasswd.conf
  printf 'sasldb_path: %s/named.db\n' "$folder" >"settings/$name"
  printf 'correct-horse\n' | saslpasswd2 -p -c "$@" -u example.test alice
  if [ -e named.db ]; then echo yes; else echo no; fi
}

same 'heeds saslpasswd.conf' yes "$(keeps saslpasswd.conf)"
same 'heeds saslpasswd2.conf' no "$(keeps saslpasswd2.conf)"
same 'heeds smtpd.conf' no "$(keeps smtpd.conf)"
same 'heeds smtpd.conf with -a smtpd' yes "$(keeps smtpd.conf -a smtpd)"
