import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { composeContainers } from '../../../containers/docker/compose-containers';
import { parseYaml } from '../../profiles/yaml-lines';

/** The names of the containers that Compose has made of the file, whether they run or have ended. */
export async function containersOfCompose(path: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const file = realpathSync(path);
  const found = await composeContainers({ file, name: projectName(file, env) });
  if (found.length > 0) return found;
  throw new Error(`${path}: the engine has no container of it; start them: docker compose -f ${path} up -d`);
}

/** As Compose names a project: by the environment, by the file, by its folder. */
function projectName(file: string, { COMPOSE_PROJECT_NAME: given }: NodeJS.ProcessEnv): string {
  const content = parseYaml(file, readFileSync(file, 'utf8')).value as { readonly name?: unknown } | null;
  const named = typeof content?.name === 'string' ? content.name : undefined;
  return (
    (given || named) ??
    basename(dirname(file))
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '')
      .replace(/^[_-]+/, '')
  );
}
