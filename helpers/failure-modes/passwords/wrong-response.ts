import type { FailureMode } from '../../model/failure-mode';
import { opposite } from '../shared/facts';
import { loginFailed } from '../shared/sasl-files';
import { answersOtherwise, asksSql } from './shared/answers-otherwise';

// What a client would make of a wrong password: any digest is one, whatever the challenge was.
const wrongResponse = Buffer.from(`alice ${'0'.repeat(32)}`).toString('base64');

export const mode: FailureMode = {
  id: 'passwords/wrong-response',
  kind: 'client',
  title: 'a client answers a challenge such as that of CRAM-MD5 or DIGEST-MD5 otherwise than the stored password would',
  cause:
    'The name is right: SASL found it and calculated what the answer should be. The password is another, or with DIGEST-MD5 the realm. These mechanisms always use what auxprop_plugin names, sasldb2 unless set, whatever pwcheck_method says, so a password that was changed for saslauthd only is still the old one here. From SQL or LDAP they need the password itself: a hash that is stored there is taken for the password.',
  symptoms: {
    log: [
      answersOtherwise,
      { ...loginFailed, strength: 'accompanies' },
      {
        pattern:
          /^warning: SASL authentication failure: (?:incorrect NTLM response|client issued incorrect\/nonexistent responses|Nonce mismatch SCRAM-\S+ input)$/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: incorrect NTLM response',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [opposite(asksSql, 'auxprop_plugin is not sql')],
    client: '`535 5.7.8 Error: authentication failed: authentication failure`, with CRAM-MD5 or DIGEST-MD5.',
  },
  repair: {
    words: 'Set the password in sasldb2, and the same in the client.',
    commands: ['saslpasswd2 -u example.test alice'],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', lines: ['AUTH CRAM-MD5', wrongResponse, 'QUIT'] }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc2195', 'https://www.rfc-editor.org/rfc/rfc2831'],
};
