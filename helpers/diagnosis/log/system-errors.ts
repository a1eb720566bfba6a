/**
 * The text with the system's words for errors as glibc has them: musl (Alpine) and the BSDs say some of them otherwise, at the end
 * of a message or before what follows it.
 */
export function withUsualErrors(text: string): string {
  return others.reduce((said, [other, usual]) => said.replace(other, usual), text);
}

const others: readonly (readonly [other: RegExp, usual: string])[] = (
  [
    ['Permission Denied|permission denied', 'Permission denied'],
    ['Network unreachable', 'Network is unreachable'],
    ['Operation timed out', 'Connection timed out'],
    ['Host is unreachable', 'No route to host'],
    ['Address in use', 'Address already in use'],
    ["Address not available|Can't assign requested address", 'Cannot assign requested address'],
    ['Socket (?:is )?not connected', 'Transport endpoint is not connected'],
    ['No file descriptors available', 'Too many open files'],
    ['Out of memory', 'Cannot allocate memory'],
    ['I/O error', 'Input/output error'],
    ['Name does not resolve|nodename nor servname provided, or not known', 'Name or service not known'],
  ] as const
).map(([other, usual]) => [new RegExp(`(?<=: )(?:${other})(?=[).,;]*$|[);] )`), usual]);
