import { openRelay } from '../../helpers/checks/open-relay';
import { bindSuite } from '../setup/bind-suite';

bindSuite(openRelay);
