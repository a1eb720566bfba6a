import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { died, throttled } from '../shared/log-signs';
import {
  droppedWithoutGreeting,
  internalError,
  nothingInstalled,
  passwordPlugIns,
  plugInsAbsent,
} from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';
import { putPlugInsBack } from './shared/plug-ins';

export const mode: FailureMode = {
  id: 'no-mechanisms/plug-in-folder-empty',
  kind: 'fault',
  title: 'the folder of the SASL plug-ins is empty',
  cause:
    'Not even the plug-ins of the SASL library itself are there. In containers the folder is often hidden by a volume ' +
    'mounted over it, or was left behind by a build that copied the programs and not the plug-ins, which are loaded ' +
    'at run time and not seen by ldd. Whether the log says `no mechanism available` or `no applicable SASL ' +
    'mechanisms` depends only on whether mech_list is set.',
  symptoms: {
    log: [
      {
        ...nothingInstalled,
        pattern:
          /^warning: xsasl_cyrus_server_get_mechanism_list: no (?:mechanism available|applicable SASL mechanisms)$/,
      },
      internalError,
      died,
      throttled,
    ],
    facts: [
      plugInsAbsent(['anonymous', 'sasldb', ...passwordPlugIns], 'no plug-in is there'),
      {
        words: 'the folder itself is there',
        look: 'ls -ld /usr/lib64/sasl2   # Debian: /usr/lib/x86_64-linux-gnu/sasl2',
        holds: ({ files }) => {
          if ([...files.keys()].some((path) => /^\/usr\/lib\/[\w-]+\/sasl2\//.test(path))) return true;
          const fact = files.get('/usr/lib64/sasl2');
          return fact && fact.kind === 'directory';
        },
      },
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Install the packages again, or take away what is mounted over the folder; then restart Postfix.',
    commands: [
      'yum reinstall cyrus-sasl-lib cyrus-sasl-plain   # Debian: apt-get install --reinstall libsasl2-modules libsasl2-modules-db',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'mkdir -p /root/plug-ins && mv /usr/lib64/sasl2/* /root/plug-ins/',
    provoke: [mailOfUser],
    repair: putPlugInsBack,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://github.com/EasyEngine/dockerfiles/issues/106', saslReadme],
};
