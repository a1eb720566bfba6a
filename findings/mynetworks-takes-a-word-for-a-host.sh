#!/usr/bin/env bash
# Postfix 3.7.11, mynetworks = all, as an administrator writes who wants everybody in, or = subnet, which is a value of mynetworks_style.
# Expected: all are in, or a complaint such as the one for 127.0.0.1/8, after which Postfix answers nobody but with 451. It takes the
# word for the name of a host, which nobody has, and says nothing anywhere: no client may relay, not even the machine itself.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

service() { echo "127.0.0.1:$1 inet n - n - - smtpd -o mynetworks=$2"; }
postfix_server 'rewrite|bounce|defer|trace|cleanup|qmgr|local|anvil|postlog|proxymap|smtp' "$(service 2525 127.0.0.0/8)" \
  "$(service 2526 all)" "$(service 2527 subnet)" "$(service 2528 127.0.0.1/8)" <<END
local_recipient_maps =
END

same 'a network: the own machine writes elsewhere' '250 2.1.5' "$(answer_to_rcpt 2525 x@elsewhere.example)"
same 'the word all' '554 5.7.1' "$(answer_to_rcpt 2526 x@elsewhere.example)"
same 'the word subnet' '554 5.7.1' "$(answer_to_rcpt 2527 x@elsewhere.example)"
same 'lines of the log with a warning' 0 "$(grep -c 'warning:' log || true)"
same 'a network with bits of a host' '451 4.3.0' "$(answer_to_rcpt 2528 x@elsewhere.example)"
same 'lines of the log that say so' 1 "$(grep -c 'warning: mynetworks: non-null host address bits' log || true)"
