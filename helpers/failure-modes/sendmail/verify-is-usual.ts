import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/verify-is-usual',
  kind: 'noise',
  title: 'Sendmail tells that it could not check the other’s certificate',
  cause:
    'verify=NO, NOT, FAIL or NONE tells what Sendmail found of the other side’s certificate: none was asked for or given, or no authority of confCACERT has signed it. The mail is encrypted and goes through all the same, unless the access table demands more with TLS_Srv or TLS_Clt. It has nothing to do with a certificate of one’s own.',
  symptoms: {
    log: [
      {
        pattern:
          /STARTTLS=(?:client|server)(?:\[\d+\])?, (?:relay=.*\bverify=(?:NO|NOT|NONE|FAIL|TEMP|CLEAR)\b(?!.*required)|cert-subject=.*verifymsg=|get_verify: \d+)/,
        specimen:
          'sendmail[2211]: STARTTLS=client, relay=mx.elsewhere.example., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384, bits=256/256',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing; to have verify=OK, name the system’s authorities.',
    commands: [
      'echo "define(\\`confCACERT\', \\`/etc/pki/tls/certs/ca-bundle.crt\')dnl" >>/etc/mail/sendmail.mc   # Debian: /etc/ssl/certs/ca-certificates.crt',
      'make -C /etc/mail; systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.sendmail.org/~ca/email/starttls.html',
    'https://serverfault.com/questions/797007/fixing-starttls-verify-fail-verifymsg-unable-to-get-local-issuer-certificate',
  ],
};
