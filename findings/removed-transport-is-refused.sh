#!/usr/bin/env bash
# Postfix 3.7.11, a transport whose line was taken out of master.cf: connections to it are refused, for ever, as if it were there.
# Expected: mail for a transport that master.cf does not have waits with "No such file or directory", which is what qmgr says of one that
# never was. But master leaves the socket of a service that it no longer has in the queue's folder, after a reload and after a
# stop and a start: qmgr says "Connection refused", which looks like a service that is there and down. Both mean that the line
# in master.cf is missing.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

postfix_server 'proxymap|rewrite|bounce|defer|trace|cleanup|qmgr|retry|error|local|anvil|postlog|tlsmgr' \
  '127.0.0.1:2525 inet n - n - - smtpd' \
  'extra unix - - n - - smtp' <<'END'
transport_maps = inline:{ { once.example = extra:[127.0.0.1]:9 }, { never.example = never:[127.0.0.1]:9 } }
END

# What qmgr says of the transport when a mail for the domain comes.
said_of() {
  local line command
  exec 3<>/dev/tcp/127.0.0.1/2525
  for command in '' 'EHLO client.example.test' 'MAIL FROM:<alice@example.test>' "RCPT TO:<bob@$1>" DATA $'Subject: test\r\n\r\ntest\r\n.' QUIT; do
    if [ -n "$command" ]; then printf '%s\r\n' "$command" >&3; fi
    while IFS= read -r -t 5 line <&3 && [ "${line:3:1}" = - ]; do :; done
  done
  exec 3>&-
  for _ in {1..100}; do
    grep -o "$2" log | tail -n 1 | grep . && return
    sleep 0.1
  done
  echo nothing
}

same 'it is there' 'status=deferred (connect to 127.0.0.1[127.0.0.1]:9: Connection refused)' \
  "$(said_of once.example 'status=deferred (connect to 127.0.0.1.*')"
same 'one that never was' 'connect to transport private/never: No such file or directory' \
  "$(said_of never.example 'connect to transport private/never: .*')"

sed -i '/^extra /d' etc/master.cf
kill -HUP "$master"
for _ in {1..100}; do grep -q 'reload -- version' log && break; sleep 0.1; done
same 'its line was taken out, after a reload' 'connect to transport private/extra: Connection refused' \
  "$(said_of once.example 'connect to transport private/extra: .*')"

kill "$master" && wait "$master" || true
: >log
root/usr/lib/postfix/sbin/master -c "$folder/etc" -d >master.said 2>&1 &
master=$!
until_listens 2525 "$master"
same 'after a stop and a start' 'connect to transport private/extra: Connection refused' \
  "$(said_of once.example 'connect to transport private/extra: .*')"
