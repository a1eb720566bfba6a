import { suites } from '../checks/suites';
import { bindSuites, type OfJest } from './bind-suites';
import { endWithJest } from './end-with-jest';
import { jestPart } from './jest-program';

const { TestEnvironment } = require(jestPart('jest-environment-node')) as typeof import('jest-environment-node');

/**
 * Where the checks are tests. They are loaded here, by Node, which has loaded most of it for globalSetup already; for a test file Jest
 * would load all of it anew, which is most of a second's work.
 */
export default class ChecksEnvironment extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    super(...args);
    endWithJest();
    Object.assign(this.global, { bindChecks: (ofJest: OfJest) => bindSuites(suites, ofJest) });
  }
}
