import { reverseName } from '../../../helpers/world/reverse-name';

test.each([
  ['198.51.100.7', '7.100.51.198.in-addr.arpa'],
  ['2001:db8::25', '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ['2001:0DB8:0:0:0:0:0:0025', '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ['2001:db8:1:2:3:4:5:6', '6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ['::1', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa'],
  ['::ffff:192.0.2.1', '1.0.2.0.0.0.0.c.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa'],
])('%s has its PTR record at %s', (address, name) => {
  expect(reverseName(address)).toBe(name);
});

test('under a domain it is the name by which a DNSBL lists the address', () => {
  expect(reverseName('198.51.100.66', 'dnsbl.test')).toBe('66.100.51.198.dnsbl.test');
});

test('what is no address is refused', () => {
  expect(() => reverseName('mail.example.test')).toThrow('Invalid URL');
});
