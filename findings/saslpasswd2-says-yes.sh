#!/usr/bin/env bash
# Cyrus SASL 2.1.28: the tools for sasldb say yes to more than their manual lets one expect.
# - saslpasswd2 without -c ("creates an entry for the user if it doesn't already exist") creates the user all the same.
# - a user given as name@realm goes into that realm, whatever -u says.
# - deleting a user who isn't there, and listing a database that isn't there, end with status 0.
# A script that relies on these statuses sees no typing error in a name, a realm or a path.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian sasl2-bin=2.1.28+dfsg-10+deb12u1 libsasl2-2=2.1.28+dfsg-10+deb12u1 libsasl2-modules-db=2.1.28+dfsg-10+deb12u1 \
  libdb5.3=5.3.28+dfsg2-1

status() { "$@" >output 2>&1 && echo 0 || echo $?; }
set_password() { printf 'a-password\n' | saslpasswd2 -p -f db "$@"; }

set_password -c -u example.test alice
same 'status of a password for bob, who is not there, without -c' 0 "$(status set_password -u example.test bob)"
same 'status of carol@other.test with -u example.test' 0 "$(status set_password -c -u example.test carol@other.test)"
same 'users' 'alice@example.test bob@example.test carol@other.test' \
  "$(sasldblistusers2 -f db | sed 's/: .*//' | sort | paste -sd' ')"
same 'status of deleting nobody@example.test' 0 "$(status saslpasswd2 -d -f db -u example.test nobody)"
same 'status of listing a database that is not there' 0 "$(status sasldblistusers2 -f absent)"
same 'what it says' 'listusers failed' "$(cat output)"
