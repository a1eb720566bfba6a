# Postfix 3.7.11 as Debian 12 has it, run out of the temporary folder, for the findings that need the whole of it.
. "$(dirname "${BASH_SOURCE[0]}")/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

# postfix_server SERVICES LINE...: starts it and waits until it listens on port 2525. SERVICES of Debian's master.cf, parted by |, and
# further lines of master.cf; what main.cf has besides comes from standard input.
postfix_server() {
  chmod 755 "$folder"
  mkdir -p etc data queue/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace}
  chown daemon data queue/* && chown root queue/pid
  cat >etc/main.cf <<END
compatibility_level = 3.6
myhostname = mail.example.test
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
$(cat)
END
  grep -E "^($1) " root/usr/share/postfix/master.cf.dist | sed -E 's/^(\S+ +\S+ +\S+ +\S+ +)\S+/\1n/' >etc/master.cf
  printf '%s\n' "${@:2}" >>etc/master.cf
  # Older than a second: see main-cf-must-be-a-second-old.
  touch -d '1 minute ago' etc/main.cf
  root/usr/lib/postfix/sbin/master -c "$folder/etc" -d >master.said 2>&1 &
  master=$!
  trap 'kill $master 2>/dev/null; wait $master 2>/dev/null || true; rm -rf "$folder"' EXIT
  until_listens 2525 $master
}

# answer_to_rcpt PORT RECIPIENT: code and enhanced status code that smtpd gives to RCPT, or `no reply`, to that or to what is before it.
answer_to_rcpt() {
  local line command
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  for command in '' 'EHLO client.example.test' 'MAIL FROM:<alice@example.test>' "RCPT TO:<$2>"; do
    if [ -n "$command" ]; then printf '%s\r\n' "$command" >&3; fi
    line=''
    while IFS= read -r -t 5 line <&3 && [ "${line:3:1}" = - ]; do :; done
    if [ -z "$line" ]; then break; fi
  done
  exec 3>&-
  cut -d' ' -f1,2 <<<"${line:-no reply}"
}
