import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/ntlm-helper-fails',
  kind: 'fault',
  title: 'the program that Dovecot asks for NTLM fails',
  cause:
    'NTLM and GSS-SPNEGO by winbind call ntlm_auth of Samba. It is not installed where auth_winbind_helper_path says, may not use winbindd’s privileged pipe, or the machine is no member of the domain.',
  symptoms: {
    log: [
      {
        pattern: /winbind: ntlm_auth |ntlm_auth reports broken helper|Invalid input from helper: /,
        specimen: 'dovecot: auth: Error: winbind: ntlm_auth exited with exit code 1',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Let Dovecot’s auth process use the pipe, and try by hand; few clients still need NTLM.',
    commands: [
      'doveconf auth_winbind_helper_path auth_use_winbind',
      'wbinfo -t',
      'ls -ld /var/lib/samba/winbindd_privileged',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/winbind/'],
};
