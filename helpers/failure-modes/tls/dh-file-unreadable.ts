import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'tls/dh-file-unreadable',
  kind: 'noise',

  title: 'the file of smtpd_tls_dh1024_param_file can not be read',
  cause: 'Postfix takes its compiled-in parameters instead, which are as good.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:cannot load (?:\d+-bit )?DH parameters from file|error opening DH parameter file|error decoding DH parameters from file) .* -- using compiled-in defaults$/,
        specimen:
          'postfix/smtpd[62]: warning: cannot load 1024-bit DH parameters from file /etc/postfix/dh.pem: No such file or directory -- using compiled-in defaults',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing',
  },
  repair: {
    words: 'Leave the setting out.',
    commands: ['postconf -X smtpd_tls_dh1024_param_file', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_dh1024_param_file=/etc/postfix/dh.pem',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_tls_dh1024_param_file',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_dh1024_param_file'],
};
