#!/usr/bin/env bash
# Postfix 3.7.11, smtpd_tls_exclude_ciphers = !MD5, as OpenSSL's own lists of ciphers have it. Expected: the sign is one too many, Postfix
# warns of it, and goes on with what is left of the list. It does warn (`invalid unary '!+-@' in cipher exclusion`), and ends every
# handshake: STARTTLS is offered and taken, and then the connection is closed. So one character in a list of what nobody wants keeps
# everybody from logging in, while mail in clear text still comes in.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -days 2 -keyout key.pem -out cert.pem 2>/dev/null
postfix_server 'rewrite|bounce|defer|trace|cleanup|qmgr|local|anvil|postlog|tlsmgr' \
  '127.0.0.1:2525 inet n - n - - smtpd -o smtpd_tls_exclude_ciphers=MD5' \
  '127.0.0.1:2526 inet n - n - - smtpd -o smtpd_tls_exclude_ciphers=!MD5' <<END
local_recipient_maps =
smtpd_tls_security_level = may
smtpd_tls_cert_file = $folder/cert.pem
smtpd_tls_key_file = $folder/key.pem
END
until_listens 2526 "$master"

# handshake PORT: whether a client gets through its STARTTLS.
handshake() {
  if timeout 20 openssl s_client -starttls smtp -connect "127.0.0.1:$1" </dev/null 2>&1 | grep -q 'Cipher is [A-Z]'; then
    echo done
  else
    echo failed
  fi
}

same 'MD5 is left out: the handshake' done "$(handshake 2525)"
same '!MD5 is left out: the handshake' failed "$(handshake 2526)"
same 'what smtpd says' "invalid unary '!+-@' in cipher exclusion: !MD5" "$(grep -o 'invalid unary.*' log | sort -u)"
same 'mail in clear text there' '250 2.1.5' "$(answer_to_rcpt 2526 alice@mail.example.test)"
