import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/remote-mail-switched-off',
  kind: 'fault',
  title: 'Exim is set up for mail on its own machine only, and does not have this address’s domain for its own',
  cause:
    'Debian’s configuration is `local delivery only` unless another is chosen: every address elsewhere bounces, and no smarthost is asked. Where it is an address of this machine, as root at it, /etc/mailname or dc_other_hostnames has another name: `(none)`, where the machine had none when the package was set up.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?:SMTP error from remote mail server| said: |reply=|stat=)).*Mailing to remote domains not supported/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=nonlocal: Mailing to remote domains not supported',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 Mailing to remote domains not supported',
  },
  repair: {
    words: 'Choose `internet site`, or `mail sent by smarthost`.',
    commands: ['dpkg-reconfigure exim4-config', 'grep dc_eximconfig_configtype /etc/exim4/update-exim4.conf.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://wiki.debian.org/Exim'],
};
