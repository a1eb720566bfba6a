import type { VantagePoint } from '../model/vantage';

/** The clients that the lab plays. `inside` lies in the reference servers' `mynetworks`, the others do not. */
export const vantagePoints: readonly VantagePoint[] = [
  { name: 'inside', address: '192.0.2.10', hostname: 'inside.example.test' },
  { name: 'outside', address: '198.51.100.7', hostname: 'client.outside.example' },
  { name: 'listed', address: '203.0.113.66', hostname: 'listed.outside.example' },
  { name: 'nameless', address: '198.51.100.99', hostname: undefined },
];

/**
 * Clients from which passwords, or names, are guessed, one for each check that does: a server may shut out whoever guesses by the address, and
 * no other check is to meet that.
 */
export const guessers: readonly VantagePoint[] = ['times', 'session', 'address', 'names', 'recipients'].map(
  (check, index) => ({
    name: `client:guesses-${check}`,
    address: `198.51.100.${201 + index}`,
    hostname: `guesses-${check}.outside.example`,
  }),
);
