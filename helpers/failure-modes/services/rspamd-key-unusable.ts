import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/rspamd-key-unusable',
  kind: 'fault',
  title: 'rspamd can’t sign with its key',
  cause:
    'dkim_signing or arc looks for /var/lib/rspamd/dkim/$domain.$selector.key, or what path says. The file is not there for this domain or selector, does not belong to _rspamd, or is no private key; a key kept in Redis or a vault can’t be had where that does not answer. Mail leaves unsigned.',
  symptoms: {
    log: [
      {
        pattern:
          /cannot (?:load dkim key|stat key file|request data for dkim)|lua_dkim_sign_handler: (?!public key for|cannot parse)/,
        specimen:
          'rspamd[9]: <5f4e2a>; task; lua_dkim_sign_handler: cannot load dkim key /var/lib/rspamd/dkim/example.test.mail.key: cannot stat key file',
        strength: 'names',
        program: /^rspamd/,
      },
      {
        pattern: /(?:dkim_signing|arc)\.lua:\d+: cannot (?:stat|load (?:signing|dkim|key)|read|make)/,
        specimen:
          "2024-11-29 10:00:00 #812(rspamd_proxy) <5f4e2a>; proxy; dkim_signing.lua:89: cannot stat key file '/var/lib/rspamd/dkim/example.test.mail.key' Permission denied",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing; the next server finds no DKIM signature.',
  },
  repair: {
    words: 'Make the key, or give it to rspamd’s user.',
    commands: [
      'rspamadm configdump dkim_signing | grep -E "path|selector|redis|vault"; ls -lZ /var/lib/rspamd/dkim',
      'rspamadm dkim_keygen -d example.test -s mail -k /var/lib/rspamd/dkim/example.test.mail.key',
      'chown _rspamd:_rspamd /var/lib/rspamd/dkim/*; chmod 640 /var/lib/rspamd/dkim/*',
    ],
  },
  unreproduced: 'Our images have no rspamd.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/modules/dkim_signing/'],
};
