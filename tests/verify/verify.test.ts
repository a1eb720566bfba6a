import { suites } from '../../helpers/checks/suites';
import { bindSuites } from '../setup/bind-suites';

bindSuites(suites);
