import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/lookup-not-permitted',
  kind: 'fault',
  title: 'a program may not look users up in Dovecot',
  cause:
    'auth-userdb lets root and dovecot ask for every user, and others for themselves alone. A script, a pipe or an LDA that runs as somebody else gets this; the socket’s mode and owner in `service auth` decide.',
  symptoms: {
    log: [
      {
        pattern: /Auth client doesn't have permissions to (?:do a (?:PASS|USER) lookup|list users)/,
        specimen:
          "dovecot: auth: Error: passdb: Auth client doesn't have permissions to do a PASS lookup: /var/run/dovecot/auth-userdb mode=0666, but not owned by UID 33(www-data)",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Give the socket to the user that asks.',
    commands: [
      'ls -l /run/dovecot/auth-userdb',
      'printf "service auth {\\n  unix_listener auth-userdb {\\n    mode = 0660\\n    user = vmail\\n  }\\n}\\n" >/etc/dovecot/conf.d/99-auth.conf',
      'doveadm reload',
    ],
  },
  unreproduced: 'The Dovecot of the reference image has Postfix as its only client.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
