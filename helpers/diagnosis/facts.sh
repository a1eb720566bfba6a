#!/bin/sh
# Prints what `npm run diagnose` wants to know of a mail server, run on it as root. Changes nothing, prints no password.
# Its output can be given to diagnose as a file: sh facts.sh > facts.txt
export PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin"

section() { printf '\n##== %s\n' "$*"; }

print_file() {
  section "file $1"
  # Passwords of databases stay here.
  sed -E 's/^([[:space:]]*[A-Za-z_]*(passw[a-z]*|_pw)[[:space:]]*[:=]).*/\1 <secret>/' "$1"
}

# A process for each path would take a second; so they are collected, and looked at together.
there=
print_stat() {
  # Plug-ins are in one of several folders: those of another system are not missing.
  case $1 in */sasl2/*.so) [ -d "${1%/*}" ] || return 0 ;; esac
  if [ -e "$1" ]; then
    there="$there
$1"
  else
    printf 'absent|%s\n' "$1"
  fi
}

print_stats() {
  [ -z "$there" ] || printf '%s\n' "$there" | sed 1d | tr '\n' '\0' | xargs -0 stat -L -c '%a %U %G %s %F|%n' 2>/dev/null
  there=
}

printf '##== facts of a mail server\n'
# A line each; none at all where main.cf can not be read.
{ read -r config; read -r queue; read -r version; read -r hostname; } <<END
$(postconf -h config_directory queue_directory mail_version myhostname 2>/dev/null)
END
config=${config:-/etc/postfix}
queue=${queue:-/var/spool/postfix}
section mail_version
printf '%s\n' "$version"
section myhostname
printf '%s\n' "$hostname"
for file in "$config/main.cf" "$config/master.cf"; do
  [ -r "$file" ] && print_file "$file"
done

# Debian's Postfix reads one place only; elsewhere the plug-ins' folder wins over /etc/sasl2.
folders="/usr/lib64/sasl2 /usr/lib/sasl2 /etc/sasl2"
[ -d "$config/sasl" ] && folders=$config/sasl
found=
for dir in $folders; do
  if [ -z "$found" ] && [ -r "$dir/smtpd.conf" ]; then
    found=$dir/smtpd.conf
    print_file "$found"
  fi
done
[ -n "$found" ] || section 'no smtpd.conf'

section stat
for path in / "$queue" "$queue/private" "$queue/public" "$queue/private/auth" "$queue/etc" "$queue/etc/resolv.conf" \
  "$queue/etc/services" "$queue/etc/sasldb2" "$queue/var/run/saslauthd" "$queue/var/run/saslauthd/mux" \
  /etc/sasldb2 /etc/sasl2/sasldb2 /run/saslauthd /run/saslauthd/mux /var/run/saslauthd /var/run/saslauthd/mux \
  /etc/shadow /etc/pam.d/smtp /dev/log /var/log /var/log/maillog /var/log/mail.log \
  /etc/postfix/sasl/smtpd.conf /etc/sasl2/smtpd.conf /usr/lib64/sasl2/smtpd.conf /usr/lib/sasl2/smtpd.conf "$@"; do
  print_stat "$path"
done
for dir in /usr/lib64/sasl2 /usr/lib/sasl2 /usr/lib/*-linux-*/sasl2; do
  for name in plain login crammd5 digestmd5 scram sasldb gssapiv2 ntlm anonymous; do print_stat "$dir/lib$name.so"; done
done
# Whatever else the configuration names: certificates, keys, sockets, tables.
settings=$(postconf -n 2>/dev/null)
for path in $(printf '%s\n' "$settings" | grep -oE '(^|[ :,=])/[A-Za-z][A-Za-z0-9_./@-]*' | sed 's,^[^/]*,,' | sort -u | head -n 100); do
  print_stat "$path"
  case $path in *.cf | *.pem) ;; *) for suffix in .db .lmdb .cdb; do [ -e "$path$suffix" ] && print_stat "$path$suffix"; done ;; esac
done
for path in $(printf '%s\n' "$settings" | grep -oE '= *private/[A-Za-z0-9_.-]+' | grep -oE 'private/.*' | sort -u); do
  print_stat "$queue/$path"
done
print_stats

if command -v sasldblistusers2 >/dev/null; then
  section sasldblistusers2
  sasldblistusers2 2>/dev/null
fi

section processes
cat /proc/[0-9]*/comm 2>/dev/null | sort -u
