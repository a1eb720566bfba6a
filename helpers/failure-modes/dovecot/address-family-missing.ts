import type { FailureMode } from '../../model/failure-mode';
import { listenersFail } from './shared/listeners-fail';

export const mode: FailureMode = {
  id: 'dovecot/address-family-missing',
  kind: 'fault',
  title: 'Dovecot is to listen at an address, or by IPv6, that the machine does not have',
  cause:
    '`listen = *, ::` is the default. Where IPv6 is switched off in the kernel, or in a container, no socket for :: can be made ("Address family not supported"). "Cannot assign requested address" means that no interface has the address in listen, or not yet: it is written wrongly, belongs to another machine or to the host of a container, or the network comes up after Dovecot. Dovecot does not start: nobody can log in, at Postfix neither.',
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
    words:
      'Name addresses that this machine has, or let it listen at IPv4 alone. Where the network comes late, start Dovecot after network-online.target.',
    commands: [
      'doveconf listen; ip -brief address',
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
