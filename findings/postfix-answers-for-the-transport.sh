#!/usr/bin/env bash
# Postfix 3.7.11, a recipient whose transport is `retry:` or `error:`: smtpd itself refuses it at RCPT, with the transport's own words.
# Expected: a transport is for what delivers (transport(5), error(8)): the mail is taken with 250, and then put off or bounced, as with
# every other transport. So whoever puts `retry:4.3.2 later` into transport_maps, to keep a domain's mail in the queue for a while, has its
# senders turned away at the door: by 450 at every address, of strangers who may not relay and of users who have logged in alike.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

chmod 755 "$folder"
mkdir -p etc data queue/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace}
chown daemon data queue/* && chown root queue/pid
cat >etc/main.cf <<END
compatibility_level = 3.6
myhostname = mail.example.test
mydestination =
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
transport_maps = texthash:$folder/transport
END
printf '%s\n' 'slow.example smtp:[127.0.0.1]:9' 'later.example retry:4.3.2 later' 'never.example error:5.1.2 never' >transport
grep -E '^(rewrite|bounce|defer|trace|proxymap|cleanup|qmgr|smtp +unix|error|retry|anvil|postlog|tlsmgr) ' root/usr/share/postfix/master.cf.dist |
  sed -E 's/^(\S+ +\S+ +\S+ +\S+ +)\S+/\1n/' >etc/master.cf
echo '127.0.0.1:2525 inet n - n - - smtpd' >>etc/master.cf
touch -d '1 minute ago' etc/main.cf
root/usr/lib/postfix/sbin/master -c "$folder/etc" -d >master.said 2>&1 &
master=$!
trap 'kill $master 2>/dev/null; wait $master 2>/dev/null || true; rm -rf "$folder"' EXIT
until_listens 2525 $master

# said RECIPIENT: the code and enhanced status code that smtpd gives to RCPT.
said() {
  local line command
  exec 3<>/dev/tcp/127.0.0.1/2525
  for command in '' 'EHLO client.example.test' 'MAIL FROM:<alice@example.test>' "RCPT TO:<$1>"; do
    if [ -n "$command" ]; then printf '%s\r\n' "$command" >&3; fi
    while IFS= read -r -t 10 line <&3 && [ "${line:3:1}" = - ]; do :; done
  done
  exec 3>&-
  cut -d' ' -f1,2 <<<"$line"
}

same 'a transport that can not deliver for now' '250 2.1.5' "$(said bob@slow.example)"
same 'the transport retry:4.3.2 later' '450 4.3.2' "$(said bob@later.example)"
same 'the transport error:5.1.2 never' '550 5.1.2' "$(said bob@never.example)"
