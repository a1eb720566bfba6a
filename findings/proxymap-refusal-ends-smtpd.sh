#!/usr/bin/env bash
# Postfix 3.7.11, a table that is asked by proxy: and is not in proxy_read_maps: smtpd ends, before it has greeted anybody.
# Expected: a table that can't be asked is a look-up that fails, and who needs its answer gets `451 4.3.0 Temporary lookup failure`, as
# with a table whose file is not there. But proxymap's refusal is fatal to who asks (proxymap(8) says only that it does not give the table).
# local_recipient_maps asks proxy:unix:passwd.byname by default: who sets proxy_read_maps by hand, as to a list of SQL tables, and leaves
# $local_recipient_maps out of it, has a port that takes connections and says nothing.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

chmod 755 "$folder"
mkdir -p etc data queue/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace}
chown daemon data queue/* && chown root queue/pid
cat >etc/main.cf <<END
compatibility_level = 3.6
myhostname = mail.example.test
mydestination = example.test
local_recipient_maps = proxy:unix:passwd.byname
daemon_directory = $folder/root/usr/lib/postfix/sbin
command_directory = $folder/root/usr/sbin
data_directory = $folder/data
queue_directory = $folder/queue
mail_owner = daemon
setgid_group = bin
alias_maps =
import_environment = MAIL_CONFIG LD_LIBRARY_PATH
maillog_file = $folder/log
maillog_file_prefixes = $folder
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
END
grep -E '^(rewrite|bounce|defer|trace|proxymap|cleanup|qmgr|local|anvil|postlog|tlsmgr) ' root/usr/share/postfix/master.cf.dist |
  sed -E 's/^(\S+ +\S+ +\S+ +\S+ +)\S+/\1n/' >etc/master.cf
cat >>etc/master.cf <<'END'
127.0.0.1:2525 inet n - n - - smtpd
127.0.0.1:2526 inet n - n - - smtpd -o local_recipient_maps=texthash:/nowhere/users
127.0.0.1:2527 inet n - n - - smtpd -o local_recipient_maps=proxy:texthash:/nowhere/users
END
touch -d '1 minute ago' etc/main.cf
root/usr/lib/postfix/sbin/master -c "$folder/etc" -d >master.said 2>&1 &
master=$!
trap 'kill $master 2>/dev/null; wait $master 2>/dev/null || true; rm -rf "$folder"' EXIT
until_listens 2525 $master

# said PORT: the code and enhanced status code at RCPT for the server's own user root, or what there was instead of a greeting.
said() {
  local line='' command
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  for command in '' 'EHLO client.example.test' 'MAIL FROM:<alice@example.test>' 'RCPT TO:<root@example.test>'; do
    if [ -n "$command" ]; then printf '%s\r\n' "$command" >&3; fi
    line=''
    while IFS= read -r -t 4 line <&3 && [ "${line:3:1}" = - ]; do :; done
    if [ -z "$line" ]; then break; fi
  done
  exec 3>&-
  cut -d' ' -f1,2 <<<"${line:-no reply}"
}

same 'proxy:unix:passwd.byname, which is in proxy_read_maps by default' '250 2.1.5' "$(said 2525)"
same 'a table without its file' '451 4.3.0' "$(said 2526)"
same 'a table that proxymap may not read' 'no reply' "$(said 2527)"
same 'what smtpd says of it' 'fatal: proxymap service is not configured for table "texthash:/nowhere/users"' \
  "$(grep -o 'fatal: proxymap service.*' log | head -n 1)"
