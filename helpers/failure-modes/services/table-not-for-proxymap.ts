import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/table-not-for-proxymap',
  kind: 'fault',
  title: 'proxymap may not read a table that a parameter asks by it',
  cause:
    'proxy: works for the tables that the parameters in proxy_read_maps name, and no others. The list was set by hand and lacks what main.cf asks, as proxy:unix:passwd.byname of local_recipient_maps; or the table is asked in a restriction, which is not in it. Who asks ends at once: smtpd is held back for a minute; since Postfix 3.11 it puts off with 451 instead.',
  symptoms: {
    log: [
      {
        pattern: /^warning: request for unapproved table: /,
        specimen: 'postfix/proxymap[90]: warning: request for unapproved table: "hash:/etc/postfix/access"',
        strength: 'names',
        program: programOf('proxymap'),
      },
      {
        pattern:
          /^(?:fatal: |warning: proxy:\S+ is unavailable\. )(?:proxymap|proxywrite) service is not configured for table /,
        specimen: 'postfix/smtpd[90]: fatal: proxymap service is not configured for table "unix:passwd.byname"',
        strength: 'names',
      },
      {
        pattern: /^warning: to approve this table for \S+ access, list /,
        specimen:
          'postfix/proxymap[9]: warning: to approve this table for read-only access, list proxy:mysql:/etc/postfix/x.cf in main.cf:proxy_read_maps',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^fatal: proxy(?:map|write) (?:update access is not configured for table|(?:lookup|update|delete|open|sequence) failed for table "[^"]*".*: invalid request)/,
        specimen:
          'postfix/smtpd[9]: fatal: proxywrite update access is not configured for table "btree:/var/lib/postfix/verify_cache"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connected, then nothing: smtpd is held back; since 3.11: 451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Take the table into proxy_read_maps, or ask it without proxy:.',
    commands: [
      'postconf -h proxy_read_maps',
      "postconf -e 'proxy_read_maps = $(postconf -dh proxy_read_maps) proxy:hash:/etc/postfix/access'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'proxy_read_maps = $virtual_alias_maps'",
    provoke: [mailToLocalUser],
    repair: 'postconf -X proxy_read_maps',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/proxymap.8.html', 'https://www.postfix.org/postconf.5.html#proxy_read_maps'],
};
