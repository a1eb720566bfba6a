import type { FailureMode } from '../../model/failure-mode';
import { parameter, toSee } from '../shared/facts';
import { relayhostSet } from './shared/smarthost';
import { loginOn, readme, refusedBySmarthost } from './shared/smarthost-logins';

const unencrypted = parameter(
  'smtp_tls_security_level',
  /^(?:none)?$/i,
  'smtp_tls_security_level is none or empty, so that Postfix as a client speaks in clear',
);

export const mode: FailureMode = {
  id: 'relay-client/login-only-after-starttls',
  kind: 'fault',
  title: 'the smarthost offers the login after STARTTLS only, and Postfix does not use TLS',
  cause:
    'smtp_tls_security_level is none or empty, as it is by default, so Postfix as a client speaks in clear. Many smarthosts offer AUTH only once the connection is encrypted: Postfix finds none in the answer to EHLO, does not log in, says nothing of it, and sends the mail as a stranger. The password and its table may be right.',
  symptoms: {
    log: [{ ...refusedBySmarthost, applies: ({ input }) => /\]:(?:587|submission)\b/.test(input) }],
    facts: [
      relayhostSet,
      loginOn,
      parameter('smtp_sasl_password_maps', /./, 'smtp_sasl_password_maps is set'),
      {
        ...unencrypted,
        holds: (facts) => {
          // What they set counts where smtp_tls_security_level is empty.
          const older = ['smtp_use_tls', 'smtp_enforce_tls'].map((name) => facts.mainCf?.get(name)?.value ?? '');
          const isSetOtherwise =
            facts.mainCf?.has('smtp_tls_policy_maps') || older.some((value) => /^yes$/i.test(value));
          return unencrypted.holds(facts) && isSetOtherwise ? undefined : unencrypted.holds(facts);
        },
      },
      toSee(
        'AUTH is not in the smarthost’s answer to EHLO in clear',
        "printf 'EHLO mail.example.test\\r\\nQUIT\\r\\n' | nc smarthost.example.test 587",
      ),
    ],
    client: 'A bounce: 554 5.7.1 Relay access denied, said by the smarthost',
  },
  repair: {
    words: 'Let Postfix use TLS with the smarthost, and always, so that the password is never sent in clear.',
    commands: [
      'postconf smtp_tls_security_level; postconf -P | grep smtp_tls_',
      "printf 'EHLO mail.example.test\\r\\nQUIT\\r\\n' | nc smarthost.example.test 587   # without AUTH: it is this",
      'openssl s_client -starttls smtp -crlf -connect smarthost.example.test:587   # EHLO mail.example.test: AUTH is there now',
      'postconf -e smtp_tls_security_level=encrypt',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Its lines are told apart by port 587 of the smarthost, where the one of the tests is not.',
  versions: { from: '2.3' },
  noticedBy: [],
  references: [readme, 'https://www.postfix.org/postconf.5.html#smtp_tls_security_level', 'RFC 4954 section 4'],
};
