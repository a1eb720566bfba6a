import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/own-tls-too-old',
  kind: 'fault',
  title: 'Postfix speaks TLS 1.0 or 1.1 to the next server, which wants 1.2 or later',
  cause:
    'The handshake succeeds with an old version, and Microsoft ends the session with 421 at the login or after it; the password is not what it minds. Either the OpenSSL that Postfix runs with knows no TLS 1.2, as before 1.0.1 (CentOS 5, Debian 6), or smtp_tls_protocols, smtp_tls_mandatory_protocols or an entry of smtp_tls_policy_maps leaves it out, such as with TLSv1 alone or with !TLSv1.2. A proxy in between that ends TLS itself may be the old one, too. The mail waits.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )[45]\d\d[ -].*TLS 1\.0 and 1\.1 are not supported/,
        delivery(
          'dsn=4.7.66, status=deferred (SASL authentication failed; server smtp.office365.com[192.0.2.98] said: 421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com])',
        ),
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Let Postfix use TLS 1.2; where its OpenSSL has none, update the system.',
    commands: [
      'openssl version; openssl s_client -starttls smtp -connect smtp.office365.com:587 -tls1_2 </dev/null 2>&1 | grep -E "Protocol|unknown option"   # whether the library and the way have it',
      'postconf smtp_tls_protocols smtp_tls_mandatory_protocols smtp_tls_policy_maps; postconf -P | grep tls_',
      'postconf -e "smtp_tls_protocols = !SSLv2, !SSLv3" "smtp_tls_mandatory_protocols = !SSLv2, !SSLv3"',
      'yum update openssl postfix   # Debian: apt-get install openssl postfix',
      'systemctl restart postfix; postqueue -f',
      'postconf -e smtp_tls_loglevel=1; grep "TLS connection established to" /var/log/maillog | tail   # which version it speaks',
    ],
  },
  unreproduced: 'It is the answer of Microsoft’s servers, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_protocols',
    'https://www.postfix.org/postconf.5.html#smtp_tls_mandatory_protocols',
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/opt-in-exchange-online-endpoint-for-legacy-tls-using-smtp-auth',
  ],
};
