import { didYouMean } from '../../did-you-mean';
import { WrongUsage } from '../shared/parse';

/** Reads the name of a server. Throws WrongUsage for what can be none. */
export function imageNamed(ours: readonly string[]) {
  return (name: string): string => {
    const problem = imageProblem(name, ours);
    if (problem !== undefined) throw new WrongUsage(problem);
    return name;
  };
}

/**
 * What is wrong with the name of a server, undefined if nothing is: it is one of ours or can be that of a Docker
 * image. A bare word that nearly is one of ours was probably meant to be; with a tag it can only be an image.
 */
export function imageProblem(name: string, ours: readonly string[]): string | undefined {
  if (ours.includes(name)) return undefined;
  if (!isReference(name)) {
    return `"${name}" is no image: give ${ours.join(', ')}, or a Docker image such as mymail:7`;
  }
  const meant = /[/:@]/.test(name) ? undefined : didYouMean(name, ours);
  return meant && `unknown image "${name}"; did you mean ${meant}? (a Docker image of that name: ${name}:latest)`;
}

/** The grammar of github.com/distribution/reference, without IPv6 registries. */
function isReference(name: string): boolean {
  const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
  const registry = '[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/';
  const tag = ':[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
  const digest = '@[A-Za-z][A-Za-z0-9.+_-]*:[0-9a-f]{32,}';
  return new RegExp(`^(?:${registry})?${part}(?:/${part})*(?:${tag})?(?:${digest})?$`).test(name);
}
