import type { FailureMode } from '../../model/failure-mode';
import { saslOption } from '../shared/facts';
import { optionsManual } from './shared/refusals';

const saslManual = 'https://www.postfix.org/SASL_README.html#server_cyrus';

export const mode: FailureMode = {
  id: 'mechanisms/ntlm-offered',
  kind: 'fault',
  title: 'NTLM is offered, and a login with it fails',
  cause:
    'mech_list is not set, so every installed mechanism is offered, NTLM among them. Windows programs choose it first, and ask for the password again and again; for them the server has no secret it could check against. An answer that is no NTLM response is also what bots send. With ntlm_server the plug-in asks a Windows server at port 445 or 139, which does not answer where the line says that it couldn’t connect.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication failure: client didn't issue valid NTLM response$/,
        specimen: "postfix/smtpd[2450]: warning: SASL authentication failure: client didn't issue valid NTLM response",
        strength: 'names',
      },
      {
        pattern: /^warning: SASL authentication (?:problem|failure): NTLM: couldn't connect to /,
        specimen:
          "postfix/smtpd[12]: warning: SASL authentication problem: NTLM: couldn't connect to dc1.example.test/139",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [saslOption('mech_list', /^$|ntlm/i, 'mech_list is unset or names NTLM')],
    client: '535 5.7.8 Error: authentication failed: bad protocol / cancel',
  },
  repair: {
    words: 'Name the mechanisms that are meant.',
    commands: [
      'grep -E "^(mech_list|ntlm_server)" /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
      "echo 'mech_list: plain login' >>/etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'The NTLM plug-in is in none of the packages of the how-to’s server, and not in our images.',
  versions: {},
  noticedBy: [],
  references: [optionsManual, saslManual],
};
