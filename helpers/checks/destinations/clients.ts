import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import { control, expectReply } from '../shared/findings';

/** Who asks for the destinations. */
export const clients = [
  { name: 'inside-anonymous', words: 'from a client in $mynetworks', vantage: 'inside', login: 'none' },
  { name: 'outside-anonymous', words: 'from a client outside that does not log in', vantage: 'outside', login: 'none' },
  {
    name: 'outside-failed-login',
    words: 'from a client outside whose login failed',
    vantage: 'outside',
    login: 'wrong',
  },
  { name: 'outside-logged-in', words: 'from a client outside that has logged in', vantage: 'outside', login: 'right' },
] as const;

/** One of them. */
export type Client = (typeof clients)[number];

/** A session of such a client on 25, and how its login went. */
export async function openAs(server: Probe, { vantage, login }: Client) {
  const session = await server.open({ vantage, port: 25, security: 'plain' });
  if (login === 'none') return { session, opened: [] as readonly Finding[] };
  const { user } = server.facts;
  const right = login === 'right';
  const answer = await session.authenticate(plain(right ? user : { ...user, password: `not-${user.password}` }));
  const expected = right ? { code: 235, enhanced: '2.7.0' } : { code: 535, enhanced: '5.7.8' };
  return { session, opened: [control(expectReply('AUTH PLAIN', answer, expected))] };
}
