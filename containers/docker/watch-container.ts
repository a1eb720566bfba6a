import { dockerEngine } from './engine';

/** What has happened to a container since this was called, in words; undefined as long as it runs on. */
export async function watchContainer(id: string): Promise<() => Promise<string | undefined>> {
  const container = (await dockerEngine()).getContainer(id);
  const startedAt = (await container.inspect()).State.StartedAt;
  return async () => {
    const { State: state } = await container.inspect().catch((error: { readonly statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
      return { State: undefined };
    });
    if (state === undefined) return 'was removed';
    if (state.Paused) return 'is paused';
    if (!state.Running)
      return `has ended, with status ${state.ExitCode}${state.OOMKilled ? ', for want of memory' : ''}`;
    return state.StartedAt === startedAt ? undefined : 'was restarted';
  };
}
