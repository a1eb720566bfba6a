import type { Mutant } from './mutants';

/** The server with a smarthost, broken: mail that is lost, goes another way, or gives the password away. */
export const smarthostMutants: readonly Mutant[] = [
  broken('relayhost is empty', "postconf -e 'relayhost ='", [/^smarthost\/(relays|no-other-way|refused-recipient)$/]),
  broken('it does not log in at its smarthost', 'postconf -e smtp_sasl_auth_enable=no', [/^smarthost\/relays$/]),
  broken(
    'the password for its smarthost is wrong',
    'sed -i s/correct/wrong/ /etc/postfix/smarthost_login; postmap /etc/postfix/smarthost_login',
    [/^smarthost\/(relays|(plain|login|cram-md5)-alone)$/],
  ),
  broken(
    'smtp_sasl_security_options is taken out, which then forbids passwords in the clear even under TLS',
    'postconf -X smtp_sasl_security_options',
    [/^smarthost\/plain-alone$/],
  ),
  broken('the plug-in for CRAM-MD5 is gone', 'rm -f /usr/lib64/sasl2/libcrammd5.*', [/^smarthost\/cram-md5-alone$/]),
  broken('it uses no TLS towards its smarthost', 'postconf -e smtp_tls_security_level=none', [
    /^smarthost\/login-under-tls$/,
  ]),
  broken('it does without TLS where its smarthost offers none', 'postconf -e smtp_tls_security_level=may', [
    /^smarthost\/no-starttls$/,
  ]),
  broken(
    'a dialogue with its smarthost is logged word by word',
    'postconf -e debug_peer_list=smarthost.elsewhere.example',
    [/^smarthost\/password-not-logged$/],
  ),
  broken('it gives up when the login is refused', 'postconf -e smtp_sasl_auth_soft_bounce=no', [
    /^smarthost\/login-refused$/,
  ]),
  broken('it gives up after the first attempt', 'postconf -e maximal_queue_lifetime=0', [
    /^smarthost\/(login-unavailable|away)$/,
  ]),
  broken(
    'it goes another way when its smarthost is away',
    "postconf -e 'smtp_fallback_relay = [mx.elsewhere.example]:25'",
    [/^smarthost\/away$/],
  ),
  broken('it never gives up', 'postconf -e soft_bounce=yes', [/^smarthost\/refused-recipient$/]),
  broken('its smarthost is open to everybody by way of it', "postconf -e 'mynetworks = 0.0.0.0/0'", [
    /^smarthost\/untrusted-client$/,
  ]),
];

function broken(name: string, before: string, noticedBy: readonly RegExp[]): Mutant {
  return { name, before, noticedBy, server: 'smarthost' };
}
