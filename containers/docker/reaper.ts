import { imageId } from './images';

/** Uses Testcontainers' reaper where its image is here; where it isn't, it may not be had at all, and we clean up ourselves. */
export async function useReaperIfHere(): Promise<void> {
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= (await imageId(reaperImage)) ? 'false' : 'true';
}

// What Testcontainers 11.14 starts.
const reaperImage = 'testcontainers/ryuk:0.14.0';
