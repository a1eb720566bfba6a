#!/usr/bin/env bash
# Cyrus SASL 2.1.28: the mechanisms of a list are parted by spaces alone. Expected: commas do as well, as they do in every list
# of Postfix's main.cf, beside which the list stands (smtpd.conf, mech_list). "PLAIN,LOGIN" is the name of one mechanism, which
# nobody has: the server offers none, and what it says is "Internal Error -4".
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian sasl2-bin=2.1.28+dfsg-10+deb12u1 libsasl2-2=2.1.28+dfsg-10+deb12u1 libsasl2-modules=2.1.28+dfsg-10+deb12u1 \
  libdb5.3=5.3.28+dfsg2-1

# The mechanisms that a server with this list offers.
offered() {
  saslpluginviewer -s -m "$1" >output 2>&1
  sed -n '/matching your criteria/,/List of/{/:$/d;/List of/d;s/^ *//;p}' output
}

same 'offered with "PLAIN LOGIN"' 'PLAIN LOGIN' "$(offered 'PLAIN LOGIN')"
same 'offered with "plain login"' 'PLAIN LOGIN' "$(offered 'plain login')"
same 'offered with "PLAIN,LOGIN"' '' "$(offered 'PLAIN,LOGIN')"
grep -q 'Internal Error -4' output || changed 'the error is another one'
seen "its words: $(grep -m 1 'Internal Error' output)"
