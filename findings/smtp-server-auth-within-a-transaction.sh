#!/usr/bin/env bash
# smtp-server 3.21.6 takes AUTH in the middle of a mail transaction. Expected, by RFC 4954 section 4 ("not permitted during a mail
# transaction"): 503, as a second AUTH gets. A client that logs in too late is not noticed in a test with this server.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages smtp-server@3.21.6

cat >session.js <<'END'
// Says one line after the other to a server, and prints the code of each last reply.
const { SMTPServer } = require('smtp-server');
const { connect } = require('node:net');
const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username }, _session, done) => done(null, { user: username }),
});
const login = `AUTH PLAIN ${Buffer.from('\0alice\0a-password').toString('base64')}`;
const lines = ['EHLO client.example.test', 'MAIL FROM:<alice@example.test>', login, login, 'QUIT'];
server.listen(0, '127.0.0.1', () => {
  const socket = connect(server.server.address().port, '127.0.0.1').setEncoding('latin1');
  const codes = [];
  socket.on('data', (text) => {
    const [, code] = /^(\d{3}) /m.exec(text) ?? [];
    if (code === undefined) return;
    codes.push(code);
    if (lines.length > 0) socket.write(`${lines.shift()}\r\n`);
  });
  socket.on('close', () => { console.log(codes.join(' ')); process.exit(); });
});
END
same 'greeting, EHLO, MAIL, AUTH, AUTH, QUIT' '220 250 250 235 503 221' "$(node session.js)"
