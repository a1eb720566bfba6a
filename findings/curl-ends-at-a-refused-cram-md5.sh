#!/usr/bin/env bash
# curl 7.88.1 at a server that offers CRAM-MD5 PLAIN LOGIN and can do the last two only, as Cyrus SASL does where CRAM-MD5 is listed and
# saslauthd has the passwords. Expected: after the 535 it goes on to the next mechanism that is offered, as swaks does. It ends with 67,
# "login denied", which is its word for a wrong password; Nodemailer asks PLAIN at once and never meets it. So the same credentials
# are right for two of them and wrong for the third, until mech_list says what the server can do.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian curl=7.88.1-10+deb12u15 libcurl4=7.88.1-10+deb12u15 swaks=20201014.0-2
npm_packages smtp-server@3.21.6 nodemailer@10.6.1

cat >no-secrets.js <<'END'
// Starts the client at a server that has no secrets for CRAM-MD5: the mechanisms by which it tried, and its status.
const { SMTPServer } = require('smtp-server');
const { spawn } = require('node:child_process');
const tried = [];
const server = new SMTPServer({
  authMethods: ['CRAM-MD5', 'PLAIN', 'LOGIN'],
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth({ method }, _session, done) {
    tried.push(method);
    if (method === 'CRAM-MD5') done(Object.assign(new Error('authentication failure'), { responseCode: 535 }));
    else done(null, { user: 'alice' });
  },
  onData: (stream, _session, done) => stream.resume().on('end', done),
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => {
  const [program, ...argv] = process.argv.slice(2).map((word) => word.replace('PORT', server.server.address().port));
  const client = spawn(program, argv, { stdio: ['pipe', 'ignore', 'ignore'] });
  client.stdin.end('Subject: a test\r\n\r\nhello\r\n');
  client.on('close', (status) => { console.log(`${tried.join(' ')}, status ${status}`); process.exit(); });
});
END
cat >nodemailer.js <<'END'
require('nodemailer')
  .createTransport({ host: '127.0.0.1', port: process.argv[2], auth: { user: 'alice', pass: 'a-password' } })
  .sendMail({ from: 'alice@example.test', to: 'bob@example.test', text: 'hello' })
  .then(() => process.exit(0), () => process.exit(1));
END

same curl 'CRAM-MD5, status 67' "$(node no-secrets.js curl -s smtp://127.0.0.1:PORT --user alice:a-password \
  --mail-from alice@example.test --mail-rcpt bob@example.test --upload-file -)"
same swaks 'CRAM-MD5 LOGIN, status 0' "$(node no-secrets.js swaks --server 127.0.0.1 --port PORT --auth-user alice \
  --auth-password a-password --from alice@example.test --to bob@example.test)"
same Nodemailer 'PLAIN, status 0' "$(node no-secrets.js node nodemailer.js PORT)"
