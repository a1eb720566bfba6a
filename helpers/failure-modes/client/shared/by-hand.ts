import type { LogSign } from '../../../model/failure-mode';

/** telnet, nc, Ncat and `openssl s_client`, with which people try a server. */
const byHand = (pattern: RegExp, specimen: string): LogSign => ({
  pattern,
  specimen,
  strength: 'suggests',
  alternative: true,
});

export const refusedByHand = byHand(
  /^(?:(?:telnet|nc|netcat): .*|Unable to connect to remote host: )Connection refused$|^Ncat: Connection refused\.|^connect:errno=111$|:system library:(?:connect)?:(?:BIO_connect:)?Connection refused/,
  'telnet: Unable to connect to remote host: Connection refused',
);

export const timedOutByHand = byHand(
  /^(?:(?:telnet|nc|netcat): (?:connect|Unable|.* timed out)|Unable to connect to remote host: ).*(?:Connection timed out|Operation timed out|No route to host|Network is unreachable|now in progress)$|^Ncat: TIMEOUT|^Ncat: Connection timed out|^Ncat: No route to host|^connect:errno=(?:110|113|101)$|\bConnection timed out \(10060\)/,
  'telnet: Unable to connect to remote host: No route to host',
);

/** OpenSSL’s numbers of what is wrong with a certificate: has expired, signs itself, of no known authority, of another name. */
export const distrustedByHand = byHand(
  /^\s*(?:verify error:num=(?:10|18|62):|Verify return code: (?:10|18|19|62) \()/i,
  'openssl[9]: verify error:num=10:certificate has expired',
);
