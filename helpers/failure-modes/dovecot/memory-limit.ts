import type { FailureMode } from '../../model/failure-mode';
import { rawBacktrace } from './shared/raw-backtrace';

export const mode: FailureMode = {
  id: 'dovecot/memory-limit',
  kind: 'fault',
  title: 'a process of Dovecot gets no more memory, and ends',
  cause:
    'Each service has a vsz_limit, by default 256 MB (default_vsz_limit), 1 GB from 2.4 on. A large mailbox’s index or cache, a big message, Argon2 hashes, large libraries or the user list of a cache needs more. Where the line does not name vsz_limit, the machine or the container may itself be short of memory. The process ends in the middle of a session, and the client sees a lost connection.',
  symptoms: {
    log: [
      {
        pattern:
          /failed to map segment from shared object: Cannot allocate memory|returned error 83 \(Out of memory|Out of memory \(service \S+ \{ vsz_limit|allocat\w+ failed: Out of memory|Fatal: (?:block|pool)_\w+\(.*\): Out of memory|mmap\w*\(.*\) failed: Cannot allocate memory|vsz_limit is too low|auth_cache_size \(\d+M\) is higher than process VSZ limit/,
        specimen:
          'dovecot: master: Error: service(imap): child 123 returned error 83 (Out of memory (service imap { vsz_limit=256 MB }, you may need to increase it))',
        strength: 'names',
        program: /^dove/,
      },
      rawBacktrace,
    ],
    facts: [],
    client: 'IMAP: the connection is lost; 451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'Raise vsz_limit of the service that is named; a cache file that has grown huge may be deleted.',
    commands: [
      'doveconf -n default_vsz_limit service',
      'free -m; journalctl -k | grep -i "out of memory"',
      'find /var/vmail -name dovecot.index.cache -size +200M',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
