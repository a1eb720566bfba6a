#!/usr/bin/env bash
# Postfix 3.7.11, regexp tables: /alice@/i matches alice@ alone, and /alice@/ matches ALICE@ too. Expected: with the flag i a pattern heeds
# no case, as in Perl, sed and grep -i. But Postfix's patterns heed none without it, and the flag toggles that (regexp_table(5)). So a
# sender_login_maps or an access table that was written with the flag to be generous is strict: Alice, who writes herself with a
# capital in her mail program, is not found, while a table of texthash finds her.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

mkdir etc
printf '%s\n' 'compatibility_level = 3.6' 'mail_owner = daemon' 'setgid_group = bin' >etc/main.cf
echo '/^alice@example\.test$/ alice' >without
echo '/^alice@example\.test$/i alice' >with-i
echo 'alice@example.test alice' >addresses

# login ADDRESS TABLE: whom the table names.
login() {
  postmap -c etc -q "$1" "$2" || echo nobody
}

for table in "regexp:$folder/without" "texthash:$folder/addresses" "regexp:$folder/with-i"; do
  same "${table##*/}, alice@" alice "$(login alice@example.test "$table")"
done
same 'without, Alice@' alice "$(login Alice@example.test "regexp:$folder/without")"
same 'addresses, Alice@' alice "$(login Alice@example.test "texthash:$folder/addresses")"
same 'with-i, Alice@' nobody "$(login Alice@example.test "regexp:$folder/with-i")"
