import { endInWords } from './container-end';
import { dockerEngine } from './engine';

/** What has happened to a container since this was called, in words; undefined as long as it runs on. */
export async function watchContainer(id: string): Promise<() => Promise<string | undefined>> {
  const container = (await dockerEngine()).getContainer(id);
  const startedAt = (await container.inspect()).State.StartedAt;
  return async () => {
    const now = await container.inspect().catch((error: { readonly statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
    });
    if (!now) return 'was removed';
    if (now.State.Paused) return 'is paused';
    return endInWords(now) ?? (now.State.StartedAt === startedAt ? undefined : 'was restarted');
  };
}
