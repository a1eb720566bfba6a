import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/versions-mixed',
  kind: 'fault',
  title: 'parts of Dovecot of two versions, or of two configurations, run together',
  cause:
    'An upgrade left the old master running, a plug-in such as Pigeonhole is of another build, or a container shares the socket’s folder with a host. They don’t understand each other’s words and refuse to work. Where an auth worker sees different passdbs, the versions may be the same: the configuration was changed under a running auth, which passes with a restart.',
  symptoms: {
    log: [
      {
        pattern:
          /Dovecot version mismatch: Master is |mixed old and new binaries\?|Auth worker sees different passdbs\/userdbs than auth server|Module is for different (?:ABI )?version/,
        specimen:
          "dovecot: imap-login: Fatal: Dovecot version mismatch: Master is v2.2.33, imap-login is v2.3.4 (if you don't care, set version_ignore=yes)",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No login works, or none at all at some ports.',
  },
  repair: {
    words: 'Stop all of it, and start the new one; bring plug-ins to the same version.',
    commands: [
      'dovecot --version; ps -o lstart,cmd -C dovecot',
      'systemctl stop dovecot; systemctl start dovecot',
      'apt list --installed | grep dovecot',
    ],
  },
  unreproduced: 'It takes two versions of Dovecot in one system.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/installation_guide/upgrading/'],
};
