import { resolve } from 'node:path';
import { dockerEngine } from './engine';

/** A compose file, and the name of its project if no container names the file. */
export interface ComposeProject {
  /** Its path, whole and without links. */
  readonly file: string;
  readonly name: string;
}

/**
 * The names of the containers that Compose has made of a file, those that have ended too; in the order of their services.
 * Docker Compose and podman-compose note the file and the project in labels.
 */
export async function composeContainers({ file, name }: ComposeProject): Promise<readonly string[]> {
  const engine = await dockerEngine();
  const labelled = await engine.listContainers({ all: true, filters: { label: [label('project')] } });
  const all = labelled.filter(({ Labels }) => Labels[label('oneoff')] !== 'True');
  const ofFile = all.filter(({ Labels }) => filesOf(Labels).includes(file));
  const found = ofFile.length > 0 ? ofFile : all.filter(({ Labels }) => Labels[label('project')] === name);
  const order = ({ Labels }: (typeof all)[number]) =>
    `${Labels[label('service')]} ${Labels[label('container-number')]}`;
  return found
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ Id, Names }) => Names[0]?.replace(/^\//, '') ?? Id);
}

function label(name: string): string {
  return `com.docker.compose.${name}`;
}

/** Compose before 2.0 names the files as they were given, below the folder. */
function filesOf(labels: Readonly<Record<string, string>>): readonly string[] {
  const folder = labels[label('project.working_dir')] ?? '/';
  const files = labels[label('project.config_files')]?.split(',') ?? [];
  return files.map((path) => resolve(folder, path));
}
