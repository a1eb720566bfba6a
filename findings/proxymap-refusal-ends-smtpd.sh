#!/usr/bin/env bash
# Postfix 3.7.11, a table that is asked by proxy: and is not in proxy_read_maps: smtpd ends, before it has greeted anybody.
# Expected: a table that can't be asked is a look-up that fails, and who needs its answer gets `451 4.3.0 Temporary lookup failure`, as
# with a table whose file is not there. But proxymap's refusal is fatal to who asks (proxymap(8) says only that it does not give the table).
# local_recipient_maps asks proxy:unix:passwd.byname by default: who sets proxy_read_maps by hand, as to a list of SQL tables, and leaves
# $local_recipient_maps out of it, has a port that takes connections and says nothing.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

postfix_server 'rewrite|bounce|defer|trace|proxymap|cleanup|qmgr|local|anvil|postlog|tlsmgr' \
  '127.0.0.1:2525 inet n - n - - smtpd' \
  '127.0.0.1:2526 inet n - n - - smtpd -o local_recipient_maps=texthash:/nowhere/users' \
  '127.0.0.1:2527 inet n - n - - smtpd -o local_recipient_maps=proxy:texthash:/nowhere/users' <<'END'
mydestination = example.test
local_recipient_maps = proxy:unix:passwd.byname
END

same 'proxy:unix:passwd.byname, which is in proxy_read_maps by default' '250 2.1.5' "$(answer_to_rcpt 2525 root@example.test)"
same 'a table without its file' '451 4.3.0' "$(answer_to_rcpt 2526 root@example.test)"
same 'a table that proxymap may not read' 'no reply' "$(answer_to_rcpt 2527 root@example.test)"
same 'what smtpd says of it' 'fatal: proxymap service is not configured for table "texthash:/nowhere/users"' \
  "$(grep -o 'fatal: proxymap service.*' log | head -n 1)"
