#!/usr/bin/env bash
# Postfix 3.7.11, smtpd_authorized_xclient_hosts with an address whose mask does not fit it: every client is sent away at EHLO.
# Expected: the list says who may speak for other clients, so an entry that can't be read gives that right to nobody, and the
# rest of the world goes on. The same entry in mynetworks only puts off those for whom the answer matters. But smtpd has to know whether
# to announce XCLIENT, and ends the session of whoever is not found before the wrong entry: `421 4.3.0 Server local data error`.
# Its log says "don't know if EHLO feature XCLIENT should be announced", which does not look like a list in main.cf.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

wrong=192.0.2.1/24
postfix_server 'rewrite|bounce|defer|trace|cleanup|qmgr|local|anvil|postlog|tlsmgr' \
  '127.0.0.1:2525 inet n - n - - smtpd' \
  "127.0.0.1:2526 inet n - n - - smtpd -o smtpd_authorized_xclient_hosts=$wrong" \
  "127.0.0.1:2527 inet n - n - - smtpd -o smtpd_authorized_xclient_hosts=127.0.0.1,$wrong" \
  "127.0.0.1:2528 inet n - n - - smtpd -o mynetworks=$wrong" <<'END'
mydestination = example.test
local_recipient_maps =
END

# The first line of the answer to EHLO.
answer_to_ehlo() {
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  IFS= read -r -t 5 line <&3
  printf 'EHLO client.example.test\r\n' >&3
  IFS= read -r -t 5 line <&3
  exec 3>&-
  tr -d '\r' <<<"${line:-no reply}"
}

same 'no list' '250-mail.example.test' "$(answer_to_ehlo 2525)"
same "the wrong entry alone" '421 4.3.0 mail.example.test Server local data error' "$(answer_to_ehlo 2526)"
same 'the client stands before the wrong entry' '250-mail.example.test' "$(answer_to_ehlo 2527)"
same 'the same entry in mynetworks: EHLO' '250-mail.example.test' "$(answer_to_ehlo 2528)"
same 'the same entry in mynetworks: RCPT' '451 4.3.0' "$(answer_to_rcpt 2528 root@example.test)"
same 'what smtpd says of it' "warning: don't know if EHLO feature XCLIENT should be announced to unknown[127.0.0.1]" \
  "$(grep -o "warning: don't know.*" log | head -n 1)"
