/**
 * Ends a worker with its Jest: the connection between the two is closed then. It would go on to the end of its file, with the ports of
 * its lab open and servers that are gone. For a test environment, since a test has a copy of `process` that hears nothing.
 */
export function endWithJest(): void {
  // Once a worker: it makes an environment for each file.
  if (!process.listeners('disconnect').includes(end)) process.on('disconnect', end);
}

const end = () => process.exit(1);
