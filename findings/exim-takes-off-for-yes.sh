#!/usr/bin/env bash
# Exim 4.96, server_advertise_condition: "off" and "disabled" offer the login, as "yes" does. Expected: "off" is no, or a mistake, as it is
# in Exim's own options of two values, where anything but true, false, yes and no is an error. But a condition is text that is expanded,
# and of text everything is true that is not empty, 0, no or false. So a login that was switched off is still offered, and nothing says so.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian exim4-daemon-light=4.96-15+deb12u10 exim4-base=4.96-15+deb12u10 libnss-wrapper=1.1.12-1

# Debian's Exim wants its own user to exist, and that one reads and writes below this folder.
chmod 755 "$folder"
mkdir spool log
chown daemon spool log
printf '%s\n' root:x:0:0::/:/bin/sh daemon:x:1:1::/:/bin/false Debian-exim:x:4242:4242::/:/bin/false >passwd
printf '%s\n' root:x:0: daemon:x:1: Debian-exim:x:4242: >group
wrapper=root/usr/lib/x86_64-linux-gnu/libnss_wrapper.so
exim() {
  LD_PRELOAD=$folder/$wrapper NSS_WRAPPER_PASSWD=passwd NSS_WRAPPER_GROUP=group timeout 20 root/usr/sbin/exim4 "$@" 2>&1
}

# configured OPTION CONDITION: with an option of two values, and a condition for offering the login.
configured() {
  cat >exim.conf <<END
primary_hostname = mail.example.test
exim_user = daemon
exim_group = daemon
spool_directory = $folder/spool
log_file_path = $folder/log/%slog
split_spool_directory = $1
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = no
  server_advertise_condition = $2
END
}

# offered CONDITION: the line of the reply to EHLO that tells of AUTH.
offered() {
  configured no "$1"
  printf '%s\r\n' 'EHLO client.example.test' QUIT | exim -C "$folder/exim.conf" -bs | grep -o 'AUTH.*PLAIN' || echo nothing
}

for condition in no false 0 ''; do same "\"$condition\" offers" nothing "$(offered "$condition")"; done
for condition in yes off disabled; do same "\"$condition\" offers" 'AUTH PLAIN' "$(offered "$condition")"; done

configured off no
! exim -C "$folder/exim.conf" -bV >said || changed 'an option of two values takes "off"'
same 'an option of two values that is "off"' '"off" is not a valid value for the "split_spool_directory" option' \
  "$(grep -o '"off" is .*' said)"
