import type { FailureMode } from '../../model/failure-mode';
import { listenersFail } from './shared/listeners-fail';

export const mode: FailureMode = {
  id: 'dovecot/starts-twice',
  kind: 'fault',
  title: 'Dovecot can’t listen: its port or its pid file is another’s',
  cause:
    'Dovecot runs already, another server has the port, or a container was restarted with the pid file of its last life in a volume. It ends at once, and with it the logins of Postfix.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:master: )?(?:Error: service\(\S+\): listen\(.*\) failed: Address already in use|Error: bind\(.*\) failed: Address already in use|Fatal: Dovecot is already running)/,
        specimen: 'dovecot: master: Error: service(imap-login): listen(*, 993) failed: Address already in use',
        strength: 'names',
        program: /^dovecot$/,
      },
      listenersFail,
    ],
    facts: [],
    client: '454 4.7.0 at AUTH, or none',
  },
  repair: {
    words: 'Stop the other; take the pid file out of the volume.',
    commands: [
      'ss -ltnp | grep -E ":(143|993|110|995|4190) "',
      'cat /run/dovecot/master.pid; pgrep -a dovecot',
      'rm /run/dovecot/master.pid   # where none runs',
    ],
  },
  unreproduced: 'Our images have no Dovecot that offers IMAP.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
