import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { parameter, toSee } from '../shared/facts';
import { noticedBy, password, relayhostSet, smarthost } from './shared/smarthost';
import { loginOn, readme, refusedBySmarthost } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/password-under-another-name',
  kind: 'fault',
  common: true,
  title: 'the password table has the smarthost under another name than relayhost',
  cause:
    'Postfix looks the password up under relayhost exactly as it is written, brackets and port included, and then ' +
    'under the host’s name. With `[smarthost.example.test]:587` in one place and `smtp.example.test` in the other it ' +
    'finds none, does not log in, and the smarthost refuses to relay. So it is where the table was edited and not built again.',
  symptoms: {
    log: [refusedBySmarthost],
    facts: [
      relayhostSet,
      loginOn,
      parameter('smtp_sasl_password_maps', /./, 'smtp_sasl_password_maps is set'),
      toSee(
        'the table has nothing under relayhost’s very text',
        'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
      ),
    ],
    client: 'A bounce: 554 5.7.1 Relay access denied, said by the smarthost',
  },
  repair: {
    words: 'Spell both alike.',
    commands: [
      'postconf -h relayhost',
      'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
      'vi /etc/postfix/relay_password; postmap hash:/etc/postfix/relay_password',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
sed -i s/127.0.0.1/smarthost.example.test/ /etc/postfix/relay_password
postmap hash:/etc/postfix/relay_password`,
    provoke: [mailFromInside],
    repair: `sed -i s/smarthost.example.test/127.0.0.1/ /etc/postfix/relay_password
postmap hash:/etc/postfix/relay_password`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [readme, 'https://github.com/tarickb/sasl-xoauth2/issues/96'],
};
