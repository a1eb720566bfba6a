#!/usr/bin/env bash
# Clients that have credentials, at a server that offers no AUTH. Expected: the mail is not sent, or not without a word. curl
# 7.88.1 and Nodemailer 10.6.1 send it without a login and report success; swaks and msmtp refuse. So "the mail was sent" proves
# no login, and "Relay access denied" may come from a client that is configured with a password.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian curl=7.88.1-10+deb12u15 libcurl4=7.88.1-10+deb12u15 swaks=20201014.0-2 msmtp=1.8.23-1 libgsasl18=2.2.0-1+deb12u2 \
  libgssglue1=0.7-1.1 libsecret-1-0=0.20.5-3 libntlm0=1.6-4 libidn12=1.41-1 \
  libglib2.0-0=2.74.6-2+deb12u9 libffi8=3.4.4-1
npm_packages smtp-server@3.21.6 nodemailer@10.6.1

cat >no-auth.js <<'END'
// Starts the client at a server that offers no AUTH: `sent` or `not sent`, and the client's status.
const { SMTPServer } = require('smtp-server');
const { spawn } = require('node:child_process');
let sent = 'not sent';
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) => stream.resume().on('end', () => { sent = 'sent'; done(); }),
});
server.listen(0, '127.0.0.1', () => {
  const [program, ...argv] = process.argv.slice(2).map((word) => word.replace('PORT', server.server.address().port));
  const client = spawn(program, argv, { stdio: ['pipe', 'ignore', 'ignore'] });
  client.stdin.end('Subject: a test\n\nhello\n');
  client.on('close', (status) => { console.log(`${sent}, status ${status}`); process.exit(); });
});
END
printf 'Subject: a test\r\n\r\nhello\r\n' >mail
cat >nodemailer.js <<'END'
require('nodemailer')
  .createTransport({ host: '127.0.0.1', port: process.argv[2], auth: { user: 'alice', pass: 'a-password' } })
  .sendMail({ from: 'alice@example.test', to: 'bob@example.test', text: 'hello' })
  .then(() => process.exit(0), () => process.exit(1));
END

same curl 'sent, status 0' "$(node no-auth.js curl -s smtp://127.0.0.1:PORT --user alice:a-password \
  --mail-from alice@example.test --mail-rcpt bob@example.test --upload-file mail)"
same Nodemailer 'sent, status 0' "$(node no-auth.js node nodemailer.js PORT)"
same swaks 'not sent, status 28' "$(node no-auth.js swaks --server 127.0.0.1 --port PORT --auth-user alice \
  --auth-password a-password --from alice@example.test --to bob@example.test)"
same msmtp 'not sent, status 69' "$(node no-auth.js msmtp --host=127.0.0.1 --port=PORT --auth=on --user=alice \
  '--passwordeval=echo a-password' --from=alice@example.test bob@example.test)"
