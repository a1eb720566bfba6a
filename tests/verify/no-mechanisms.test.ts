import { noMechanisms } from '../../helpers/checks/no-mechanisms/no-mechanisms';
import { bindSuite } from '../setup/bind-suite';

bindSuite(noMechanisms);
