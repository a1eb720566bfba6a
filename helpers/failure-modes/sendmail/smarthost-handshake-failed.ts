import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/smarthost-handshake-failed',
  kind: 'fault',
  title: 'sendmail and the next server do not come to terms about TLS',
  cause:
    'STARTTLS=client tells of the handshake with the next server: the two share no version or cipher, or its certificate is not taken. A reject of tls_server is Sendmail’s own rule: TLS_Srv in access, or DANE, demands more than was reached. Without TLS many smarthosts offer no login.',
  symptoms: {
    log: [
      {
        pattern:
          /STARTTLS=client: (?:\d+:)?error:[0-9A-F]+:SSL routines:|STARTTLS=client, (?:error: connect failed|.*verify=FAIL.*required)|stat=Deferred: 403 4\.7\.0 (?:TLS handshake failed|.*(?:authentication failed|not authenticated))|^(?:reason: )?403 4\.7\.0 TLS handshake failed|ruleset=tls_server, .*reject=[45]03 [45]\.7\.0 /,
        specimen:
          'sendmail[2211]: STARTTLS=client, error: connect failed=-1, reason=unsupported protocol, SSL_error=1, errno=0, retry=-1',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Try the handshake by hand. Where the next server’s fault stays (“dh key too small”), leave TLS out for it, in the table access.',
    commands: [
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
      'echo "Try_TLS:smarthost.example.test NO" >>/etc/mail/access; makemap hash /etc/mail/access </etc/mail/access',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/starttls.html'],
};
