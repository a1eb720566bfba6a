import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { saslOption } from '../shared/facts';
import { loginBroke, notVerified } from '../shared/sasl-files';
import { plugInsAbsent } from '../shared/sasl-mechanisms';
import { noAuxprop, noMechanism, noticedBy, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/plug-in-missing',
  kind: 'fault',
  common: true,
  title: 'the plug-in that reads sasldb2 is not installed',
  cause:
    'SASL reads sasldb2 by a plug-in, libsasldb. Without it the log blames the verifier `auxprop`, which is spelt right ' +
    'and valid, but has nothing to ask. On Debian the plug-in is in `libsasl2-modules-db`; on CentOS it comes with the ' +
    'library.',
  symptoms: {
    log: [noAuxprop, notVerified, loginBroke],
    facts: [
      plugInsAbsent(['sasldb'], 'libsasldb.so is not there'),
      saslOption('auxprop_plugin', /\bsasldb\b/, 'auxprop_plugin is sasldb, or not set', 'sasldb'),
    ],
    client: noMechanism,
  },
  repair: {
    words: 'Install the plug-in, and restart Postfix.',
    commands: [
      'apt-get install libsasl2-modules-db   # CentOS: yum reinstall cyrus-sasl-lib',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'mkdir -p /root/plug-ins && mv /usr/lib64/sasl2/libsasldb.* /root/plug-ins/',
    provoke: [loginOnly()],
    repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
