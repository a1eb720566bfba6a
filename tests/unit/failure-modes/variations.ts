/** The same line as another server writes it. A line that has nothing of the kind comes out as it goes in. */
export const variations: Readonly<Record<string, (line: string) => string>> = {
  'another process id': (line) => line.replace(/^([^\s:[]+)\[\d+\]/, '$1[4194303]'),
  'another syslog_name': (line) => line.replace(/^postfix\/(?:\w+\/)?(\w+)\[/, 'postfix-in/10.0.0.1:587/$1['),
  'the default syslog_name': (line) => line.replace(/^postfix\/\w+\/(\w+)\[/, 'postfix/$1['),
  'the time of RFC 3339': (line) => `2026-11-24T23:49:37.123456+01:00 mx ${line}`,
  'the time of RFC 3164': (line) => `Nov  4 23:49:37 mx.example.net ${line}`,
  'another client': (line) => line.replaceAll('client.outside.example[', 'mail-ed1-f41.example.org['),
  'a client without a name': (line) => line.replace(/(?<=\s)[\w.-]+(?=\[198\.51\.100\.7\])/g, 'unknown'),
  'another address': (line) => line.replaceAll('198.51.100.7', '203.0.113.188').replaceAll('192.0.2.30', '192.0.2.7'),
  'the port of the client': (line) => line.replace(/(from \S+\[198\.51\.100\.7\])(?=: )/, '$1:54321'),
  'a long queue id': (line) => line.replace(/(?<=\]: (?:warning: )?)[0-9A-F]{9,12}(?=: )/, '4Nz7wk0Y5Jz9rxk'),
  'a queue id instead of none': (line) => line.replace(/(?<=smtpd\[\d+\]: )NOQUEUE(?=: reject: RCPT)/, '4B8C341767'),
  'a refusal before enhanced status codes': (line) =>
    line.replace(/( reject: [A-Z]+ from \S+: \d{3}) \d\.\d+\.\d+/, '$1'),
  'a refusal with soft_bounce': (line) =>
    line.replace(
      /( reject: [A-Z]+ from \S+: )5(\d\d) 5(?!.*(?:Relay access denied|Client host rejected: Access))/,
      '$14$2 4',
    ),
  'a refusal with another code': (line) => line.replace(/( reject: [A-Z]+ from \S+: 5)\d\d /, '$159 '),
  'other users': (line) =>
    line
      .replaceAll('alice@example.test', 'o.brien+x@example.org')
      .replaceAll('sasl_username=alice', 'sasl_username=bob'),
  'another recipient': (line) => line.replaceAll('x@elsewhere.example', 'info@sub.example.com'),
  'another smarthost': (line) => line.replaceAll('smarthost.example.test', 'smtp-relay.example.net'),
  'the paths of another system': (line) =>
    line
      .replaceAll('/usr/lib/postfix/sbin/', '/usr/libexec/postfix/')
      .replaceAll('/etc/pki/tls/', '/etc/letsencrypt/live/example.test/')
      .replaceAll('/etc/postfix/', '/usr/local/etc/postfix/'),
  'OpenSSL 1.1': (line) => line.replace(/error:0A(0\w{5}):SSL routines::/, 'error:14$1:SSL routines:tls_some_routine:'),
  'OpenSSL 3 elsewhere': (line) => line.replace(/(:)\.\.\/(ssl|crypto)\//, '$1$2/'),
  'OpenSSL with a number before': (line) => line.replace('problem: error:', 'problem: 140245:error:'),
};
