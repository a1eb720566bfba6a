#!/usr/bin/env bash
# Node.js 24.21.0 (20.20.2 does the same): a TLS socket shows the server's certificate in one of two forms, whichever is asked
# for first. Expected: getPeerCertificate(), with its chain, and getPeerX509Certificate() are two views of the same handshake. After
# getPeerX509Certificate() the other returns {}, which its documentation keeps for a peer that has shown no certificate. A
# program that asks for both, one for the chain and one to verify a name, has to ask for the older form first.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages node@24.21.0
node=$folder/node_modules/node/bin/node
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 2 -subj /CN=mail.example.test 2>/dev/null

cat >ask.js <<'JS'
const { readFileSync } = require('node:fs');
const { connect, createServer } = require('node:tls');

const ways = {
  old: (socket) => socket.getPeerCertificate(true).subject?.CN ?? 'none',
  x509: (socket) => socket.getPeerX509Certificate()?.subject ?? 'none',
};
const server = createServer({ key: readFileSync('key.pem'), cert: readFileSync('certificate.pem') });
server.listen(0, '127.0.0.1', () => {
  const socket = connect({ port: server.address().port, ca: readFileSync('certificate.pem'), servername: 'mail.example.test' });
  socket.on('secureConnect', () => {
    console.log(process.argv.slice(2).map((way) => ways[way](socket)).join(', '));
    socket.end();
    server.close();
  });
});
JS

seen "Node.js $("$node" --version)"
same 'getPeerCertificate() twice' 'mail.example.test, mail.example.test' "$("$node" ask.js old old)"
same 'getPeerCertificate(), then getPeerX509Certificate()' 'mail.example.test, CN=mail.example.test' "$("$node" ask.js old x509)"
same 'getPeerX509Certificate(), then getPeerCertificate()' 'CN=mail.example.test, none' "$("$node" ask.js x509 old)"
