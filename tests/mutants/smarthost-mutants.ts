import { explainedBy, type Mutant, type Notice } from './mutant';

const lost = { expected: 'the message arrives at the smarthost', saw: 'it does not' };

/** The server with a smarthost, broken: mail that is lost, goes another way, or gives the password away. */
export const smarthostMutants: readonly Mutant[] = [
  broken(
    'relayhost is empty',
    "postconf -e 'relayhost ='",
    { checks: /^smarthost\/(relays|refused-recipient)$/, expected: "the smarthost's port 587", saw: 'on 25' },
    { checks: /^smarthost\/no-other-way$/, expected: "nothing on another port than the smarthost's", saw: 'port 25' },
  ),
  explainedBy(
    'relay-client/login-not-enabled',
    broken('it does not log in at its smarthost', 'postconf -e smtp_sasl_auth_enable=no', {
      checks: /^smarthost\/relays$/,
      ...lost,
    }),
  ),
  explainedBy(
    'relay-client/wrong-password',
    broken(
      'the password for its smarthost is wrong',
      'sed -i s/correct/wrong/ /etc/postfix/smarthost_login; postmap /etc/postfix/smarthost_login',
      { checks: /^smarthost\/(relays|(plain|login|cram-md5)-alone)$/, ...lost },
    ),
  ),
  broken(
    'smtp_sasl_security_options is taken out, which then forbids passwords in the clear even under TLS',
    'postconf -X smtp_sasl_security_options',
    { checks: /^smarthost\/plain-alone$/, expected: 'AUTH PLAIN', saw: 'no AUTH' },
  ),
  broken('the plug-in for CRAM-MD5 is gone', 'rm -f /usr/lib64/sasl2/libcrammd5.*', {
    checks: /^smarthost\/cram-md5-alone$/,
    expected: 'AUTH CRAM-MD5',
    saw: 'no AUTH',
  }),
  broken('it uses no TLS towards its smarthost', 'postconf -e smtp_tls_security_level=none', {
    checks: /^smarthost\/login-under-tls$/,
    expected: 'no AUTH in the clear',
    saw: 'AUTH ',
  }),
  broken('it does without TLS where its smarthost offers none', 'postconf -e smtp_tls_security_level=may', {
    checks: /^smarthost\/no-starttls$/,
    expected: 'the log: status=deferred',
    saw: /status=sent/,
  }),
  broken(
    'a dialogue with its smarthost is logged word by word',
    'postconf -e debug_peer_list=smarthost.elsewhere.example',
    { checks: /^smarthost\/password-not-logged$/, expected: 'no line with the password', saw: /^[1-9]\d* lines$/ },
  ),
  broken('it gives up when the login is refused', 'postconf -e smtp_sasl_auth_soft_bounce=no', {
    checks: /^smarthost\/login-refused$/,
    expected: 'the log: status=deferred',
    saw: /status=bounced/,
  }),
  broken('it gives up after the first attempt', 'postconf -e maximal_queue_lifetime=0', {
    checks: /^smarthost\/(login-unavailable|away)$/,
    // The bounce is given up after its first attempt too, where that comes before the smarthost is back.
    expected: /^(no bounce|the message arrives at the smarthost)$/,
    saw: /^(a bounce|it does not)$/,
  }),
  broken(
    'it goes another way when its smarthost is away',
    "postconf -e 'smtp_fallback_relay = [mx.elsewhere.example]:25'",
    {
      checks: /^smarthost\/away$/,
      expected: 'the log: status=deferred',
      saw: /relay=mx\.elsewhere\.example.*status=sent/,
    },
  ),
  broken('it never gives up', 'postconf -e soft_bounce=yes', {
    checks: /^smarthost\/refused-recipient$/,
    expected: 'a bounce to ',
    saw: 'none',
  }),
  explainedBy(
    'open-relay/mynetworks-everybody',
    broken('its smarthost is open to everybody by way of it', "postconf -e 'mynetworks = 0.0.0.0/0'", {
      checks: /^smarthost\/untrusted-client$/,
      expected: 'nothing reaches the sink',
      saw: 'a message to ',
    }),
  ),
];

function broken(name: string, before: string, ...noticedBy: readonly Notice[]): Mutant {
  return { name, before, noticedBy, server: 'smarthost' };
}
