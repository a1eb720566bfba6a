import { anonymousDenial } from '../../helpers/checks/anonymous-denial';
import { bindSuite } from '../setup/bind-suite';

bindSuite(anonymousDenial);
