import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { droppedWithoutGreeting, plugInsAbsent, securityOption } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';
import { filtered } from './shared/filtered-mechanisms';

export const mode: FailureMode = {
  id: 'no-mechanisms/options-too-strict',
  kind: 'fault',
  title: 'nodictionary or forward_secrecy is asked for, which no mechanism with a password fulfils',
  cause:
    'The options read like good advice, but every mechanism that starts from a password can be attacked with a ' +
    'dictionary, and none of them has forward secrecy. Without GSSAPI or the like nothing remains, and smtpd ends ' +
    'when the first client connects. Both are properties for TLS to have.',
  symptoms: {
    log: filtered,
    facts: [
      securityOption('smtpd_sasl_security_options', ['nodictionary', 'forward_secrecy']),
      plugInsAbsent(['gssapiv2'], 'the plug-in of GSSAPI is not there'),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Leave it at noanonymous, and protect the passwords by TLS.',
    commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_security_options=noanonymous,nodictionary',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [`${manual}#smtpd_sasl_security_options`],
};
