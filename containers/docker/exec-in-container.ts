import { type ExecOptions, type ExecResult, getContainerRuntimeClient } from 'testcontainers';

export type { ExecOptions, ExecResult } from 'testcontainers';

/** Runs a program in a container, as `exec` of a container of Testcontainers does. */
export async function execInContainer(
  id: string,
  command: string | readonly string[],
  options?: Partial<ExecOptions>,
): Promise<ExecResult> {
  const { container } = await getContainerRuntimeClient();
  const words = typeof command === 'string' ? command.split(' ') : [...command];
  return container.exec(container.getById(id), words, options);
}
