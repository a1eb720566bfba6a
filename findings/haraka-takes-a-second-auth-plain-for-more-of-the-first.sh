#!/usr/bin/env bash
# Haraka 3.3.4, AUTH PLAIN without an initial response: after a wrong password, the next AUTH PLAIN of the session is answered "521 bad
# protocol", and the connection ends. Expected: RFC 4954 section 4 lets a client try again after a 535, and with an initial response,
# or by LOGIN, Haraka lets it in. So a user who mistypes the password once gets in with one client and is thrown out with another.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages --omit=optional Haraka@3.3.4

port=$((20000 + $$ % 10000))
mkdir config
cp node_modules/Haraka/config/connection.ini config
echo mail.example.test >config/me
printf '%s\n' "listen=127.0.0.1:$port" nodes=0 >config/smtp.ini
echo auth/flat_file >config/plugins
printf '%s\n' '[core]' methods=PLAIN,LOGIN '[users]' alice=a-password >config/auth_flat_file.ini
node node_modules/Haraka/bin/haraka -c "$folder" >log 2>&1 &
trap 'kill $! 2>/dev/null; rm -rf "$folder"' EXIT

# codes LINE...: what it says to each, one after the other; "closed" where nobody is there any more.
cat >codes.js <<'END'
const { connect } = require('node:net');
const [port, ...lines] = process.argv.slice(2);
const socket = connect(port, '127.0.0.1');
const codes = [];
const end = () => { console.log(codes.slice(2).join(' ')); process.exit(); };
let text = '';
socket.on('data', (chunk) => {
  text += chunk;
  // The last line of a reply has a space behind its code.
  if (!/^\d{3} .*\r\n$/m.test(text)) return;
  codes.push(text.slice(0, 3));
  text = '';
  const line = ['EHLO client.example.test', ...lines][codes.length - 1];
  if (line === undefined) end();
  socket.write(`${line}\r\n`);
});
socket.on('close', () => { codes.push('closed'); end(); });
socket.on('error', () => {});
END
codes() { node codes.js "$port" "$@"; }
base64_of() { printf '%b' "$1" | base64; }

until_listens "$port" $!
wrong=$(base64_of '\0alice\0not-it') right=$(base64_of '\0alice\0a-password')
alice=$(base64_of alice) password=$(base64_of a-password) mistyped=$(base64_of not-it)

same 'AUTH PLAIN with initial responses' '535 235' "$(codes "AUTH PLAIN $wrong" "AUTH PLAIN $right")"
same 'AUTH LOGIN' '334 334 535 334 334 235' "$(codes 'AUTH LOGIN' "$alice" "$mistyped" 'AUTH LOGIN' "$alice" "$password")"
same 'AUTH PLAIN without' '334 535 521 closed' "$(codes 'AUTH PLAIN' "$wrong" 'AUTH PLAIN' "$right")"
