import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { HarnessError } from '../../helpers/errors';
import { dockerEngine } from './engine';

/** Runs shell commands as root in any container that has `sh`; what they printed. Throws EEXEC when they fail. */
export async function runOnce(containerId: string, script: string): Promise<string> {
  const engine = await dockerEngine();
  const exec = await engine.getContainer(containerId).exec({
    Cmd: ['sh', '-c', script],
    User: 'root',
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await exec.start({});
  const output = new PassThrough();
  engine.modem.demuxStream(stream, output, output);
  stream.on('end', () => output.end());
  const printed = await text(output);
  const { ExitCode: status } = await exec.inspect();
  if (status !== 0) throw new HarnessError('EEXEC', `status ${status} of \`${script}\`: ${printed.trim()}`);
  return printed;
}
