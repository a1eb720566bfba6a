import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/sockets-not-made',
  kind: 'fault',
  title: 'master can not make its sockets in the queue’s folders',
  cause:
    'At its start master removes the sockets of before from public and private, and makes new ones. The folder is on a file system that has no sockets or lets nobody remove them, as network shares, some volume drivers and the mounts of desktop machines are.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:remove|bind|create fifo|open fifo) (?:\S+ )?(?:public|private)\/[\w-]+: (?:Invalid argument|Operation not permitted|Operation not supported|Function not implemented|Input\/output error)$/,
        specimen: 'postfix/master[9]: fatal: remove public/pickup: Invalid argument',
        strength: 'names',
        program: programOf('master'),
      },
      {
        pattern:
          /^warning: master_wakeup_timer_event: service \S+\((?:public|private)\/[\w-]+\): (?:Invalid argument|Operation not (?:permitted|supported)|Function not implemented|Input\/output error|Not a socket|No such device)/,
        specimen:
          'postfix/master[352]: warning: master_wakeup_timer_event: service pickup(public/pickup): Invalid argument',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Have the queue on a local volume, or in a volume of the engine; remove old sockets while Postfix is down.',
    commands: ['df -T /var/spool/postfix; ls -l /var/spool/postfix/public', 'postfix set-permissions', 'postfix start'],
  },
  unreproduced: 'The file systems of the tests all have sockets.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.8.html'],
};
