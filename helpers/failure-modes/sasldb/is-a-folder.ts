import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { generic, loginBroke, notVerified } from '../shared/sasl-files';
import { makeAnew, makeAnewByHand, noticedBy, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/is-a-folder',
  kind: 'fault',
  title: 'there is a folder where sasldb2 should be',
  cause:
    'Docker makes a folder where a bind mount names a file that does not exist on the host. The container starts, and /etc/sasldb2 is a folder in it, and from then on one on the host as well. Where another path stands in the line, sasldb_path of smtpd.conf names a folder instead of the file in it.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication problem: unable to open Berkeley db \S+: Is a directory$/,
        specimen:
          'postfix/smtpd[1959]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Is a directory',
        strength: 'names',
      },
      notVerified,
      loginBroke,
    ],
    facts: [],
    client: generic,
  },
  repair: {
    words: 'Remove the folder, on the host too, and make the file before it is mounted.',
    commands: makeAnewByHand,
  },
  reproduction: {
    inject: 'rm /etc/sasldb2 && mkdir -m 750 /etc/sasldb2 && chgrp postfix /etc/sasldb2',
    provoke: [loginOnly()],
    repair: makeAnew,
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://docs.docker.com/engine/storage/bind-mounts/', saslReadme],
};
