/** Removes the servers that `--keep` left, of whichever command, and says so in a line. */
export async function clean(): Promise<string> {
  // Loaded only now: the Docker client takes longer to load than a help to print.
  const { removeKept } =
    require('../../../containers/docker/leftovers') as typeof import('../../../containers/docker/leftovers');
  const removed = await removeKept();
  return removed > 0 ? `removed ${removed} containers` : 'there was nothing to remove';
}
