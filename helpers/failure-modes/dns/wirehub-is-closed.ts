import type { FailureMode } from '../../model/failure-mode';
import { deadZones } from './shared/block-lists';
import { deadList } from './shared/dead-list';

export const mode: FailureMode = deadList({
  id: 'dns/wirehub-is-closed',
  title: 'main.cf asks dynablock.wirehub.net, which is long gone',
  cause:
    'Wirehub’s list of dial-up addresses went over to easynet.nl and ended in 2003. ' +
    'The name is in many a main.cf copied from old how-tos.',
  zone: deadZones.wirehub,
  asked: 'dynablock.wirehub.net',
  references: ['https://www.postfix.org/postconf.5.html#reject_rbl_client'],
});
