import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/njabl-is-closed',
  title: 'main.cf asks a list of njabl.org, which closed in 2013',
  cause:
    'NJABL ("not just another bogus list") ended in March 2013; its zone was emptied, then listed everything at times. A refusal from before that was a true listing.',
  zone: deadZones.njabl,
  asked: 'dnsbl.njabl.org',
  references: ['https://github.com/sovereign/sovereign/issues/750'],
});
