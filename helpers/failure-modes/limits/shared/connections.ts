import { connectOn3 } from '../../shared/client-steps';

export const client = 'client.outside.example[198.51.100.7]';

// Both get their greeting, or are refused, before the first one ends.
export function openTwo(): string {
  return `${connectOn3('127.0.0.1', 587)}
read -r -t 3 greeting <&3 || true
exec 4<>/dev/tcp/127.0.0.1/587
read -r -t 3 greeting <&4 || true
exec 3>&- 4>&-`;
}
