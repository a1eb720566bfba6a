import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { died, throttled } from '../shared/log-signs';
import { droppedWithoutGreeting } from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/plug-in-folder-missing',
  kind: 'fault',
  title: 'the folder of the SASL plug-ins does not exist, or can’t be opened',
  cause:
    'libsasl2 looks for plug-ins in a folder that was fixed when it was built, and there is none: a library from ' +
    'another distribution or of another architecture (/usr/lib for /usr/lib64), SASL_PATH set to a wrong place, or SELinux (Permission denied). ' +
    'The one line that says so has the priority debug of the facility auth, which most syslog configurations drop.',
  symptoms: {
    log: [
      {
        pattern: /^looking for plugins in '(?!\/usr\/lib\/sasl2')[^']+', failed to open directory, error: /,
        specimen:
          "postfix/smtpd[18102]: looking for plugins in '/usr/lib64/sasl2', failed to open directory, error: No such file or directory",
        strength: 'names',
        program: /^postfix/,
      },
      {
        // Where the library has a list of folders, the plug-ins are in another one.
        pattern: /^looking for plugins in '\/usr\/lib\/sasl2', failed to open directory, error: /,
        specimen:
          "postfix/smtpd[18102]: looking for plugins in '/usr/lib/sasl2', failed to open directory, error: No such file or directory",
        strength: 'suggests',
        program: /^postfix/,
        alternative: true,
      },
      died,
      throttled,
    ],
    facts: [],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Install the packages of the plug-ins for the architecture of Postfix, and restart it.',
    commands: [
      'yum install cyrus-sasl-lib cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules libsasl2-modules-db',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'mv "$(readlink -f /usr/lib64/sasl2)" /root/plug-ins',
    provoke: [mailOfUser],
    repair: 'mv /root/plug-ins "$(readlink /usr/lib64/sasl2 || echo /usr/lib64/sasl2)"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
