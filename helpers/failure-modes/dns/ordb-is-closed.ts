import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/ordb-is-closed',
  title: 'main.cf asks relays.ordb.org, which closed in 2006',
  cause:
    'ORDB, a list of open relays, ended in December 2006. In March 2008 its zone began to list every address, in order to ' +
    'make the last users notice, and whoever still asked it refused all mail. A refusal from before 2007 was a true listing.',
  zone: deadZones.ordb,
  asked: 'relays.ordb.org',
  references: ['https://en.wikipedia.org/wiki/Open_Relay_Database'],
});
