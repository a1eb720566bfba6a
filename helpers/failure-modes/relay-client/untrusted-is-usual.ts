import type { FailureMode } from '../../model/failure-mode';
import { smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/untrusted-is-usual',
  kind: 'noise',
  title: 'mail goes out in TLS to a server whose certificate nobody checks',
  cause:
    'With smtp_tls_security_level may or encrypt no certificate is asked for its name or authority: "Untrusted" or "Anonymous" in this line says so, and the mail is on its way all the same, encrypted. Where a policy wants verify, secure or dane, the mail is put off, and the line behind this one says that the certificate is not trusted or not verified.',
  symptoms: {
    log: [
      smtp(
        /^(?:Untrusted|Anonymous) TLS connection established to /,
        'Untrusted TLS connection established to smarthost.example.test[192.0.2.30]:587: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing. Towards a smarthost of one’s own, `secure` and a CA file would verify it.',
    commands: ['postconf -n | grep -E "smtp_tls_(security_level|CAfile|CApath)"'],
  },
  unreproduced:
    'The server that our smtp speaks to has no TLS, other than in the image `smarthost`, where it is verified.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#client_tls_levels'],
};
