import { TestEnvironment } from 'jest-environment-node';
import { endWithJest } from '../helpers/running/end-with-jest';

/** That of tests with containers. */
export default class EndsWithJest extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    super(...args);
    endWithJest();
  }
}
