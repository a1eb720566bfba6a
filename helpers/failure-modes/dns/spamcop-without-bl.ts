import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/spamcop-without-bl',
  title: 'main.cf asks spamcop.net, but the list is bl.spamcop.net',
  cause:
    'spamcop.net is the web site; the list is bl.spamcop.net. The site’s zone says "no such name" to every question, ' +
    'so nobody is ever blocked, and nobody notices; should it one day answer all names, as parked domains do, ' +
    'everybody is.',
  zone: deadZones.spamcop,
  asked: 'spamcop.net',
  references: ['https://www.spamcop.net/bl.shtml'],
});
