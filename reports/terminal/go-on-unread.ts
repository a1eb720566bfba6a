/**
 * Whoever reads the output may leave before its end, as `| head` does. What is left to do is done all the same: reports,
 * clean-up, and an exit status that is true.
 */
export function goOnUnread(streams: readonly NodeJS.EventEmitter[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
