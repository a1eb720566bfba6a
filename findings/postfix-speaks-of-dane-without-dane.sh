#!/usr/bin/env bash
# Postfix 3.7.11 as a client, level fingerprint, and a server whose certificate is another than the one that is written down. Expected:
# words about a fingerprint. It says `no matching DANE TLSA records`, though no such record was asked for: what compares fingerprints is
# OpenSSL's code for DANE, to which each is given as a record of its own. Whoever reads that looks for the fault in the DNS.
. "$(dirname "${BASH_SOURCE[0]}")/lib/postfix.bash"

openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -days 2 -keyout key.pem -out cert.pem 2>/dev/null
postfix_server 'rewrite|bounce|defer|trace|cleanup|qmgr|local|anvil|postlog|tlsmgr' '127.0.0.1:2525 inet n - n - - smtpd' <<END
local_recipient_maps =
smtpd_tls_security_level = may
smtpd_tls_cert_file = $folder/cert.pem
smtpd_tls_key_file = $folder/key.pem
END

# verdict FINGERPRINT: what posttls-finger, which verifies as smtp(8) does, says of the server that is to have it.
verdict() {
  MAIL_CONFIG=$folder/etc timeout 30 posttls-finger -c -L summary,verbose -l fingerprint -d sha256 '[127.0.0.1]:2525' "$1" 2>&1 |
    grep -oE 'num=[0-9]+:.*|(Verified|Untrusted) TLS connection' | paste -sd ';'
}

right=$(openssl x509 -noout -fingerprint -sha256 -in cert.pem | cut -d= -f2)
same 'the fingerprint of the certificate' 'Verified TLS connection' "$(verdict "$right")"
same 'another fingerprint' 'num=65:no matching DANE TLSA records;Untrusted TLS connection' "$(verdict "$(tr 0-9A-F 1-9A-F0 <<<"$right")")"
