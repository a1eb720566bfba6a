import { authenticatedRelay } from '../../helpers/checks/authenticated-relay';
import { bindSuite } from '../setup/bind-suite';

bindSuite(authenticatedRelay);
