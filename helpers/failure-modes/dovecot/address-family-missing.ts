import type { FailureMode } from '../../model/failure-mode';
import { listenersFail } from './shared/listeners-fail';

export const mode: FailureMode = {
  id: 'dovecot/address-family-missing',
  kind: 'fault',
  title: 'Dovecot is to listen at IPv6, and the machine has none',
  cause:
    '`listen = *, ::` is the default. Where IPv6 is switched off in the kernel, or in a container, no socket for :: can be made, and Dovecot does not start: nobody can log in, at Postfix neither.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:master: )?Error: (?:service\(\S+\): listen\(.*\)|socket\(\)) failed: (?:Address family not supported by protocol|Cannot assign requested address)/,
        specimen:
          'dovecot: master: Error: service(imap-login): listen(::, 993) failed: Address family not supported by protocol',
        strength: 'names',
      },
      listenersFail,
    ],
    facts: [],
    client: '454 4.7.0 at AUTH, or none',
  },
  repair: {
    words: 'Let it listen at IPv4 alone, or switch IPv6 on.',
    commands: [
      'cat /proc/sys/net/ipv6/conf/all/disable_ipv6',
      "echo 'listen = *' >/etc/dovecot/local.conf",
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Our images have no Dovecot that offers IMAP.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-listen',
    'https://github.com/outroll/vesta/issues/419',
  ],
};
