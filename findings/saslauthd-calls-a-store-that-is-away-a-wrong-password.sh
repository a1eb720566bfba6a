#!/usr/bin/env bash
# saslauthd 2.1.28: where the LDAP or IMAP server that keeps the passwords can't be reached, its answer is NO, the same as for a
# wrong password. Expected: something else, since its protocol has words behind the NO, and libsasl2 has SASL_UNAVAIL for what
# is away, which becomes 454 4.7.0 where saslauthd itself is. So an SMTP client is told 535 5.7.8, forgets a password that is
# right and asks its user for another; only saslauthd's log tells the two apart, with ldap by the one word "Unknown".
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian sasl2-bin=2.1.28+dfsg-10+deb12u1 libsasl2-2=2.1.28+dfsg-10+deb12u1 libdb5.3=5.3.28+dfsg2-1 libldap-2.5-0=2.5.13+dfsg-5

# answer MECHANISM OPTION: what it says of alice; its log is left in ./log.
answer() {
  mkdir -p run
  # In a session of its own: it ends its whole process group with itself.
  setsid saslauthd -d -n 1 -m "$folder/run" -a "$1" -O "$2" >log 2>&1 &
  until_there run/mux
  testsaslauthd -f run/mux -u alice -p secret || true
  kill $! && wait $! || true
}
reason() {
  sed -n 's:.*\(reason=.*\)]$:\1:p' log | grep . || changed 'the log has no reason'
}

# Port 9, discard: nobody listens there.
printf '%s\n' 'ldap_servers: ldap://127.0.0.1:9/' 'ldap_search_base: dc=example,dc=test' 'ldap_timeout: 2' >ldap.conf

same 'rimap, and no IMAP server' '0: NO "authentication failed"' "$(answer rimap 127.0.0.1/9)"
seen "its log: $(reason)"
same 'ldap, and no LDAP server' '0: NO "authentication failed"' "$(answer ldap "$folder/ldap.conf")"
same 'its log' 'reason=Unknown' "$(reason)"
