import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { died, throttled } from '../shared/log-signs';
import { droppedWithoutGreeting, internalError } from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/plug-in-broken',
  kind: 'fault',
  title: 'the SASL plug-ins are there and can not be loaded',
  cause:
    'The plug-in files are damaged, empty, of another architecture or of a library that is missing, so the loader ' +
    'refuses them and the mechanisms are not there. SASL says which file and why, but to the facility auth: look in ' +
    '/var/log/messages (Debian: /var/log/auth.log), not in the mail log.',
  symptoms: {
    log: [
      {
        pattern: /^unable to dlopen \S+\/lib(?:plain|login|crammd5|digestmd5|scram)\.so\S*: /,
        specimen:
          'postfix/smtpd[18405]: unable to dlopen /usr/lib64/sasl2/libplain.so: /usr/lib64/sasl2/libplain.so: file too short',
        strength: 'names',
        program: /^postfix/,
      },
      internalError,
      died,
      throttled,
    ],
    facts: [],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Install the package of the plug-ins again, and restart Postfix.',
    commands: [
      'yum reinstall cyrus-sasl-plain   # Debian: apt-get install --reinstall libsasl2-modules',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `mkdir -p /root/plug-ins && cp -a /usr/lib64/sasl2/* /root/plug-ins/
truncate -s 0 /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.so`,
    provoke: [mailOfUser],
    repair: 'cp -a /root/plug-ins/* /usr/lib64/sasl2/ && rm -r /root/plug-ins',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
