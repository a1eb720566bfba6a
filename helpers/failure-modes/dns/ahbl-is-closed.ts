import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/ahbl-is-closed',
  title: 'main.cf asks a list of ahbl.org, which closed in 2015',
  cause:
    'The AHBL ended its public lists, rhsbl.ahbl.org and dnsbl.ahbl.org among them, and from January 2015 on they listed ' +
    'everything, so that the last users would notice. A refusal from before that was a true listing.',
  zone: deadZones.ahbl,
  asked: 'rhsbl.ahbl.org',
  restriction: 'reject_rhsbl_client',
  references: ['https://github.com/sovereign/sovereign/issues/232'],
});
