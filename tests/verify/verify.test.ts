import { suites } from '../../helpers/checks/suites';
import { bindSuites } from '../../helpers/running/bind-suites';

bindSuites(suites);
