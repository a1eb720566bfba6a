import type { FailureMode } from '../../model/failure-mode';
import { internalFailure } from './shared/internal-failure';

export const mode: FailureMode = {
  id: 'dovecot/vpopmail-domain-not-assigned',
  kind: 'fault',
  title: 'Dovecot’s vpopmail does not find the domain in users/assign',
  cause:
    'vpopmail asks qmail’s users/assign where a domain lies. The file is not there (another container or jail), has no line for the domain, or users/cdb was not made anew. The password may be right: the login ends with an internal failure.',
  symptoms: {
    log: [
      {
        pattern: /Domain \S+ was not found in the assign file|vget_assign\(\S+\) failed/,
        specimen:
          'dovecot: auth-worker(53418): vpopmail(alice@example.test,192.168.0.2,<x>): vget_assign(example.test) failed',
        strength: 'names',
      },
      internalFailure,
    ],
    facts: [],
    client: 'Internal login failure',
  },
  repair: {
    words: 'Let Dovecot see the same file, and make its database anew.',
    commands: ['grep example.test /var/qmail/users/assign', '/var/qmail/bin/qmail-newu'],
  },
  unreproduced: 'It takes qmail and vpopmail.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/msimerson/Mail-Toaster-6/issues/195'],
};
