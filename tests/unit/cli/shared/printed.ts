/** Runs a command in this process, and returns its exit status with all that it printed meanwhile. */
export async function printed(command: () => Promise<number>) {
  const said = { stdout: '', stderr: '' };
  const streams = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    }),
  );
  try {
    return { status: await command(), ...said };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}
