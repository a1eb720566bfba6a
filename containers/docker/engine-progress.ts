import { createInterface } from 'node:readline';

/**
 * Reads what the engine says of a build or a pull until its end: `tell` gets what it prints. Throws in its own words where it failed;
 * docker-modem's followProgress ends then as it does where all went well. Source: Docker Engine API, ImageBuild and ImageCreate.
 */
export async function followToEnd(stream: NodeJS.ReadableStream, tell: (text: string) => void): Promise<void> {
  let failure: string | undefined;
  for await (const line of createInterface({ input: stream })) {
    if (line.trim() === '') continue;
    const event: EngineEvent = JSON.parse(line);
    if (event.stream) tell(event.stream);
    failure ??= event.errorDetail?.message ?? event.error;
  }
  if (failure !== undefined) throw new Error(failure);
}

/** A line of the stream: something printed, or why it ends. */
interface EngineEvent {
  readonly stream?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string };
}
