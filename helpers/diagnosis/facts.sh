#!/bin/sh
# Prints what `npm run diagnose` wants to know of a mail server, run on it as root. Changes nothing, prints no password.
# Its output can be given to diagnose as a file: sh facts.sh > facts.txt
export PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin"

section() { printf '\n##== %s\n' "$*"; }

# Passwords of databases stay here.
print_files() {
  for file; do [ -s "$file" ] || section "file $file"; done
  [ $# = 0 ] || awk '
    FNR == 1 { printf "\n##== file %s\n", FILENAME }
    match($0, /^[ \t]*[A-Za-z_]*([Pp][Aa][Ss][Ss][Ww][A-Za-z]*|_pw)[ \t]*[:=]/) { $0 = substr($0, 1, RLENGTH) " <secret>" }
    { print }' "$@"
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
  (
    set -f
    IFS='
'
    [ -z "$there" ] || exec stat -L -c '%a %U %G %s %F|%n' -- $there 2>/dev/null
  )
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
section system
[ -r /etc/os-release ] && (. /etc/os-release && printf '%s %s\n' "$ID" "$ID_LIKE")
files=
for file in "$config/main.cf" "$config/master.cf"; do
  [ -r "$file" ] && files="$files $file"
done

# Debian's Postfix reads one place only; elsewhere the plug-ins' folder wins over /etc/sasl2.
folders="/usr/lib64/sasl2 /usr/lib/sasl2 /etc/sasl2"
[ -d "$config/sasl" ] && folders=$config/sasl
found=
for dir in $folders; do
  if [ -z "$found" ] && [ -r "$dir/smtpd.conf" ]; then
    found=$dir/smtpd.conf
  fi
done
# None of these paths has a blank in it.
print_files $files $found
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
for path in $(
  postconf -n 2>/dev/null | awk -v queue="$queue" '
    function found(path) { if (!(path in seen) && ++number <= 100) { seen[path]; print path } }
    {
      rest = $0
      while (match(rest, /(^|[ :,=])\/[A-Za-z][A-Za-z0-9_.\/@-]*/)) {
        word = substr(rest, RSTART, RLENGTH)
        sub(/^[^\/]*/, "", word)
        found(word)
        rest = substr(rest, RSTART + RLENGTH)
      }
      if (match($0, /= *private\/[A-Za-z0-9_.-]+/)) {
        word = substr($0, RSTART, RLENGTH)
        sub(/^= */, "", word)
        found(queue "/" word)
      }
    }'
); do
  print_stat "$path"
  case $path in *.cf | *.pem) ;; *) for suffix in .db .lmdb .cdb; do [ -e "$path$suffix" ] && print_stat "$path$suffix"; done ;; esac
done
print_stats

if command -v sasldblistusers2 >/dev/null; then
  section sasldblistusers2
  sasldblistusers2 2>/dev/null
fi

section processes
for comm in /proc/[0-9]*/comm; do
  # One that has ended meanwhile has none.
  { read -r name <"$comm"; } 2>/dev/null && printf '%s\n' "$name"
done | sort -u
