#!/usr/bin/env bash
# Postfix 3.7.11, a recipient whose transport is `retry:` or `error:`: smtpd itself refuses it at RCPT, with the transport's own words.
# Expected: a transport is for what delivers (transport(5), error(8)): the mail is taken with 250, and then put off or bounced, as with
# every other transport. So whoever puts `retry:4.3.2 later` into transport_maps, to keep a domain's mail in the queue for a while, has its
# senders turned away at the door: by 450 at every address, of strangers who may not relay and of users who have logged in alike.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

printf '%s\n' 'slow.example smtp:[127.0.0.1]:9' 'later.example retry:4.3.2 later' 'never.example error:5.1.2 never' >transport
postfix_server 'rewrite|bounce|defer|trace|proxymap|cleanup|qmgr|smtp +unix|error|retry|anvil|postlog|tlsmgr' \
  '127.0.0.1:2525 inet n - n - - smtpd' <<END
mydestination =
transport_maps = texthash:$folder/transport
END

same 'a transport that can not deliver for now' '250 2.1.5' "$(answer_to_rcpt 2525 bob@slow.example)"
same 'the transport retry:4.3.2 later' '450 4.3.2' "$(answer_to_rcpt 2525 bob@later.example)"
same 'the transport error:5.1.2 never' '550 5.1.2' "$(answer_to_rcpt 2525 bob@never.example)"
