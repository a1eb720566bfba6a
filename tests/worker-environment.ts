import { TestEnvironment } from 'jest-environment-node';

/**
 * That of tests with containers. A worker whose Jest has ended would go on to the end of its file, with the ports of its lab open and
 * servers that are gone. It ends with Jest instead: the connection between the two is closed then.
 */
export default class EndsWithJest extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    super(...args);
    // Once a worker: it makes an environment for each file. Here, since a test has a copy of `process` that hears nothing.
    if (!process.listeners('disconnect').includes(end)) process.on('disconnect', end);
  }
}

const end = () => process.exit(1);
