import { dockerEngine } from './engine';

/** What an image says of itself. */
export interface ImageFacts {
  /** Whether it starts a program of its own: one whose command is a shell, or none, waits for somebody to say what to run. */
  readonly hasProgram: boolean;
  /** The TCP ports that it exposes, in ascending order. */
  readonly exposed: readonly number[];
}

/** Reads the configuration of a local image. */
export async function imageFacts(name: string): Promise<ImageFacts> {
  const { Config } = await (await dockerEngine()).getImage(name).inspect();
  const entrypoint = [Config.Entrypoint ?? []].flat();
  const command = [Config.Cmd ?? []].flat();
  const exposed = Object.keys(Config.ExposedPorts ?? {}).flatMap((port) => /^(\d+)\/tcp$/.exec(port)?.[1] ?? []);
  return {
    hasProgram: entrypoint.length > 0 || !(command.length === 0 || isShell(command)),
    exposed: exposed.map(Number).sort((a, b) => a - b),
  };
}

function isShell([program = '', ...rest]: readonly string[]): boolean {
  return rest.length === 0 && /(^|\/)(ba|da|a)?sh$/.test(program);
}
