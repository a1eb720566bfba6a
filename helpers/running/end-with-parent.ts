/**
 * Ends this process and all of its group when the one that waits for it is gone: killed by SIGKILL it could tell nobody, and a run
 * would go on for minutes of which nobody hears. What it started is removed first.
 */
export function endWithParent(parent: number | undefined, cleanUp: () => Promise<void>, everyMs = 500): void {
  if (parent === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    cleanUp()
      .catch((error: Error) => process.stderr.write(`the containers could not all be removed: ${error.message}\n`))
      .finally(endGroup);
  }, everyMs);
  timer.unref();
}

function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // It has no group of its own.
    process.exit(1);
  }
}
