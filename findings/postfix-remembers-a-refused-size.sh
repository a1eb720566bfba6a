#!/usr/bin/env bash
# Postfix 3.7.11: a MAIL that was refused for its SIZE is the size of the next one too, if that tells none. Expected: a MAIL that was
# refused has begun nothing (RFC 5321 section 3.3), and RFC 1870 has SIZE tell of its own message alone. So a client that sends a
# small message after one that is too big, in one session and without RSET, has that refused as too big as well.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

mkdir -p etc queue/{active,incoming,maildrop,pid,private,public}
chown daemon queue/*
cat >etc/main.cf <<END
compatibility_level = 3.6
myhostname = mail.example.test
message_size_limit = 1000
queue_directory = $folder/queue
mail_owner = daemon
setgid_group = bin
local_recipient_maps =
alias_maps =
smtpd_relay_restrictions = reject_unauth_destination
END
cp root/usr/share/postfix/master.cf.dist etc/master.cf
# Older than a second: see main-cf-must-be-a-second-old.
touch -d '1 minute ago' etc/main.cf

# codes COMMAND...: what smtpd says to each, after EHLO. It speaks with its standard input, as for sendmail -bs.
codes() {
  { printf 'EHLO client.example.test\r\n' && printf '%s\r\n' "$@" QUIT; } |
    MAIL_CONFIG=$folder/etc timeout 20 "$folder/root/usr/lib/postfix/sbin/smtpd" -S |
    grep -oE '^[0-9]{3} [0-9]\.[0-9.]+' | paste -sd ';'
}

too_big='MAIL FROM:<alice@example.test> SIZE=5000'
no_size='MAIL FROM:<alice@example.test>'
same 'MAIL without SIZE' '250 2.1.0;221 2.0.0' "$(codes "$no_size")"
same 'MAIL that is too big, MAIL without SIZE' '552 5.3.4;552 5.3.4;221 2.0.0' "$(codes "$too_big" "$no_size")"
same 'the same with RSET between them' '552 5.3.4;250 2.0.0;250 2.1.0;221 2.0.0' "$(codes "$too_big" RSET "$no_size")"
