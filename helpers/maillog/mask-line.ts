/** Masks what may be a password in a line of a log. */
export function maskLine(text: string): string {
  return secrets.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}

/** What smtpd and Dovecot write into the log where they are told to be verbose, or where a client is confused. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // smtpd[16]: < client.example.org[192.0.2.1]: AUTH PLAIN AGFsaWNl…
  [/(: AUTH\s+[A-Z][\w-]*\s+)(?!=\s*$)\S+/i, '$1<secret>'],
  // warning: non-SMTP command from unknown[192.0.2.1]: AUTH PLAIN AGFsaWNl…
  [/\b(AUTH\s+[A-Z][\w-]*\s+)(?!from\b)[A-Za-z0-9+/]{3,}={0,2}(?=[\s>"':;,]|$)/gi, '$1<secret>'],
  // smtpd[16]: < client.example.org[192.0.2.1]: cGFzc3dvcmQ=
  [/(< \S+: )(?!(?:QUIT|DATA|RSET|NOOP|HELP|STARTTLS|EHLO|HELO)\s*$)[A-Za-z0-9+/]{4,}=*\s*$/i, '$1<secret>'],
  // smtpd[16]: > client.example.org[192.0.2.1]: 334 PDEyMy4…
  [/(> \S+: 334 )(?!VXNlcm5hbWU6|UGFzc3dvcmQ6)\S+/, '$1<challenge>'],
  // xsasl_cyrus_server_first: sasl_method PLAIN, init_response AGFsaWNl…
  [/(init_response )\S+/, '$1<secret>'],
  // xsasl_cyrus_server_next: decoded response: …
  [/(decoded (?:initial )?response:? ).*/, '$1<secret>'],
  // warning: improper command pipelining after AUTH from unknown[192.0.2.1]: AGFsaWNl…
  [/(after AUTH from \S+: ).*/, '$1<secret>'],
  // dovecot: auth: Debug: client in: AUTH 1 PLAIN service=smtp resp=AGFsaWNl…
  [/\b(resp=)[^\s<]+/g, '$1<secret>'],
  [
    /\b((?:user)?pass(?:word|wd)?|given password|secret)(\s*[=:]\s*|\()(?!<|verification|mismatch)([^\s,;)]+)/gi,
    '$1$2<secret>',
  ],
  // {CRYPT}$6$…, {SHA512-CRYPT}…
  [/\{(?:[A-Z0-9.-]*CRYPT|PLAIN|SS?HA\d*|ARGON2ID?)\}[^\s,;)]+/gi, '<secret>'],
  [/\$(?:1|2[aby]|5|6|y|argon2\w*)\$[./A-Za-z0-9$=,+]+/g, '<secret>'],
];
