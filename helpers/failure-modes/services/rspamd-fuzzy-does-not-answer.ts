import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/rspamd-fuzzy-does-not-answer',
  kind: 'fault',
  title: 'rspamd gets no answer from the storage of fuzzy hashes',
  cause:
    'The module fuzzy_check asks rspamd’s own servers by UDP port 11335, or a storage of one’s own. A firewall that lets no UDP out, a busy network, a ban for too many questions, or a storage that is down leaves it without an answer. Mail is judged without these hashes.',
  symptoms: {
    log: [
      {
        pattern: /fuzzy_check\w*: got (?:IO timeout|error (?:in|on) IO) with server/,
        specimen:
          'rspamd[9]: <5f4e2a>; task; fuzzy_check_timer_callback: got IO timeout with server fuzzy1.rspamd.com(198.51.100.9:11335), after 3/3 retransmits',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail is judged without.',
  },
  repair: {
    words: 'Let UDP 11335 out, or switch the module off.',
    commands: [
      'rspamadm configdump fuzzy_check | grep servers',
      'echo "enabled = false;" >/etc/rspamd/local.d/fuzzy_check.conf; systemctl reload rspamd',
    ],
  },
  unreproduced: 'Our images have no rspamd.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/modules/fuzzy_check/'],
};
