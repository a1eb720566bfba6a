import type { Offers } from '../../../helpers/model/profile';
import type { ServicePort } from '../../../helpers/model/vantage';
import { clientsOf, profileFacts } from '../../../helpers/targets/profile-facts';
import type { PortSurvey } from '../../../helpers/targets/survey';

const submission: ServicePort = { port: 587, role: 'submission' };
const silent: Offers = { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost: undefined };

const facts = (offers: Partial<Offers>, seen: Partial<PortSurvey>, ports: readonly ServicePort[] = [submission]) =>
  profileFacts(
    {
      name: 'mail',
      hostname: 'mail.example.test',
      user: { name: 'alice', password: 'correct-horse' },
      ports,
      localDomains: [],
      relayDomains: [],
      localRecipient: undefined,
      offers: { ...silent, ...offers },
    },
    ports.map((service) => ({
      service,
      greeting: '220 mail.example.test ESMTP',
      starttls: false,
      heloAlone: false,
      mechanismsInClear: [],
      mechanismsInTls: [],
      ...seen,
    })),
    { log: 'other', vantagePoints: [], ipv6Ports: [] },
  );

test('what a port was seen to offer is what is expected, where the profile is silent', () => {
  const { logins } = facts({}, { starttls: true, mechanismsInTls: ['PLAIN'] });

  expect(logins).toEqual([{ port: 587, security: 'starttls', mechanisms: ['PLAIN'] }]);
});

test('what the profile says is expected, whatever was seen', () => {
  const { logins } = facts({ authBeforeTls: false, mechanisms: ['PLAIN', 'LOGIN'] }, { starttls: true });

  expect(logins).toEqual([{ port: 587, security: 'starttls', mechanisms: ['PLAIN', 'LOGIN'] }]);
});

test('a submission port that lost its TLS, or all its mechanisms, is still one where users should get in', () => {
  expect(facts({}, {}).logins).toEqual([{ port: 587, security: 'starttls', mechanisms: [] }]);
});

test('STARTTLS is meant where it is seen, and where a profile says that logins need it', () => {
  expect(facts({}, {}).starttls).toEqual([]);
  expect(facts({}, { starttls: true }).starttls).toEqual([587]);
  expect(facts({ authBeforeTls: false }, {}).starttls).toEqual([587]);
});

test('AUTH in clear alone is a way to log in where nobody said that it is not', () => {
  const { logins } = facts({}, { mechanismsInClear: ['LOGIN'] });

  expect(logins).toEqual([{ port: 587, security: 'plain', mechanisms: ['LOGIN'] }]);
});

test('nobody logs in at the port of other servers, unless it is seen to offer that or there is no other', () => {
  const smtp: ServicePort = { port: 25, role: 'smtp' };

  expect(facts({}, { starttls: true }, [smtp, submission]).logins.map(({ port }) => port)).toEqual([587]);
  expect(facts({}, {}, [smtp]).logins.map(({ port }) => port)).toEqual([25]);
});

test('the trusted client that is played is of the first network from which anybody comes: loopback is the server itself', () => {
  const inside = (...trusted: readonly string[]) =>
    clientsOf({ offers: { ...silent, trusted } }).find(({ name }) => name === 'inside')?.address;

  expect(inside('127.0.0.0/8', '10.0.0.0/8')).toBe('10.0.0.10');
  expect(inside('127.0.0.1', '::1')).toBeUndefined();
});
