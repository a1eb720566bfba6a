import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/sorbs-is-closed',
  title: 'main.cf asks a list of sorbs.net, which closed in 2024',
  cause:
    'Proofpoint ended SORBS in June 2024 and emptied its zones (dnsbl.sorbs.net, dul.dnsbl.sorbs.net and others). A refusal from before that was a true listing.',
  zone: deadZones.sorbs,
  asked: 'dnsbl.sorbs.net',
  references: [
    'https://github.com/mailcow/mailcow-dockerized/pull/5901',
    'https://github.com/anonaddy/docker/pull/301',
  ],
});
