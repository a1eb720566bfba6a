import type { FactSign } from '../../../model/failure-mode';
import { smtpdProgram } from '../../../postfix/log-lines';
import { dockerRange, networkFact } from '../../shared/networks';

export const mynetworksManual = 'https://www.postfix.org/postconf.5.html#mynetworks';

export const styleIs = (style: RegExp, words: string, oldDefault: boolean): FactSign => ({
  words,
  look: 'postconf mynetworks mynetworks_style',
  holds: ({ mainCf, postfixVersion }) => {
    if (!mainCf) return undefined;
    if (mainCf.has('mynetworks')) return false;
    const set = mainCf.get('mynetworks_style')?.value;
    if (set !== undefined) return style.test(set);
    const level = mainCf.get('compatibility_level')?.value;
    // `subnet` is the default up to 2.11, and in 3.x below level 2.
    if (level !== undefined) return oldDefault && Number.parseFloat(level) < 2;
    return postfixVersion === undefined ? undefined : oldDefault;
  },
});

export const gatewayTrusted = networkFact(
  'mynetworks trusts the whole of a private range in which Docker’s gateways lie',
  dockerRange,
);

/** What smtpd logs when it takes a mail from such an address without a login: nothing follows the client. */
export const acceptedFrom = (address: string, specimen: string) => ({
  pattern: new RegExp(`^\\w{6,}: client=[^\\s[]+\\[${address}\\]$`),
  specimen,
  strength: 'suggests' as const,
  program: smtpdProgram,
});

export const gateway = '(?:10|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168)\\.[\\d.]+\\.1';
