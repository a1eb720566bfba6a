#!/usr/bin/env bash
# smtp-sink of Postfix 3.7.11, the server for tests: EHLO offers AUTH PLAIN LOGIN, and every AUTH is answered "250 2.0.0 Ok", at once.
# Expected: 235, or 334 where a response is still to come (RFC 4954 section 4). curl, swaks and msmtp call it a refused login;
# Nodemailer takes any 2xx for success and goes on. So clients differ at a server that has no passwords at all. With -a it offers none.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1 \
  curl=7.88.1-10+deb12u15 libcurl4=7.88.1-10+deb12u15 swaks=20201014.0-2 msmtp=1.8.23-1 libgsasl18=2.2.0-1+deb12u2 \
  libgssglue1=0.7-1.1 libsecret-1-0=0.20.5-3 libntlm0=1.6-4 libidn12=1.41-1 libglib2.0-0=2.74.6-2+deb12u9 libffi8=3.4.4-1
npm_packages nodemailer@10.6.1

port=$((20000 + $$ % 10000))
chmod 755 "$folder"
smtp-sink -u nobody "127.0.0.1:$port" 10 &
trap 'kill $!; rm -rf "$folder"' EXIT
until_listens "$port" $!
printf 'Subject: a test\r\n\r\nhello\r\n' >mail

cat >nodemailer.js <<'END'
require('nodemailer')
  .createTransport({ host: '127.0.0.1', port: process.argv[2], auth: { user: 'alice', pass: 'a-password' } })
  .sendMail({ from: 'alice@example.test', to: 'bob@example.test', text: 'hello' })
  .then(() => console.log('sent'), (error) => console.log(error.message));
END
# login PROGRAM ARGUMENT...: sends the mail, and prints the program's status; what it says is in ./said.
login() {
  local status=0
  "$@" >said 2>&1 <mail || status=$?
  echo "$status"
}
credentials=(--auth-user alice --auth-password a-password)

same 'curl, status' 67 "$(login curl -sS "smtp://127.0.0.1:$port" --user alice:a-password --mail-from alice@example.test \
  --mail-rcpt bob@example.test --upload-file -)"
seen "curl: $(<said)"
same 'swaks, status' 28 "$(login swaks --server 127.0.0.1 --port "$port" "${credentials[@]}" --from alice@example.test \
  --to bob@example.test)"
seen "swaks: $(grep -m 1 "No auth" said)"
same 'msmtp, status' 77 "$(login msmtp --host=127.0.0.1 "--port=$port" --auth=plain --tls=off --user=alice \
  '--passwordeval=echo a-password' --from=alice@example.test bob@example.test)"
seen "msmtp: $(head -n 1 said)"
same Nodemailer sent "$(node nodemailer.js "$port")"
