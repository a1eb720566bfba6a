import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/files-not-owned-by-root',
  kind: 'noise',

  title: 'postfix check finds files of another owner or mode than it expects',
  cause:
    'Remarks of `postfix check` at every start: copies of files in the chroot that differ from those in /etc, owners and modes of a container’s volume, links. Most stop nothing by themselves; but where users can’t hand in mail or look at the queue, it is the group of maildrop or public, or the set-gid bit of postqueue.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:not owned by (?:root|postfix|group \w+)(?!.*\/(?:active|incoming|deferred|bounce|defer|corrupt|hold|flush|saved|trace)$|: \S*(?:\/private|\/public|\/lib\/postfix\/\.|\/master\.lock)$)|group or other writable|symlink leaves directory|not set-gid or not owner\+group\+world executable(?!: \S*\/postdrop$)|\S+ and \S+ differ$)/,
        specimen: 'postfix/postfix-script[9]: warning: not owned by root: /var/spool/postfix/etc/hosts',
        strength: 'names',
        program: /^postfix(?:\/postfix-script)?$/,
      },
    ],
    facts: [],
    client: 'Nothing',
  },
  repair: { words: 'Let Postfix set them.', commands: ['postfix set-permissions', 'postfix check'] },
  reproduction: {
    inject: `touch /etc/postfix/extra
chown alice /etc/postfix/extra`,
    provoke: [{ kind: 'run', script: 'postfix check || true' }],
    repair: 'rm /etc/postfix/extra',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postfix.1.html'],
};
