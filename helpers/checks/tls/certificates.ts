import type { X509Certificate } from 'node:crypto';
import { certificateSignature } from '../../smtp/certificate-signature';
import type { Check } from '../check';
import { expectThat } from '../shared/findings';
import { askedOfEach, type TlsQuestion } from './asked-of-each';

/** What the server's certificates say, and how they are made. */
export function certificates(): readonly Check[] {
  return questions.map(askedOfEach);
}

const questions: readonly TlsQuestion[] = [
  {
    name: 'certificate-valid-now',
    title: 'shows a certificate that is valid today',
    level: 'must',
    reference: 'RFC 5280 section 4.1.2.5',
    ask: ({ words, certificates: [own] }) => {
      if (!own) return undefined;
      const now = new Date();
      const valid = new Date(own.validFrom) <= now && now <= new Date(own.validTo);
      return expectThat(valid, `${words}: a certificate of now`, `one from ${own.validFrom} to ${own.validTo}`);
    },
  },
  {
    name: 'certificate-name',
    title: "shows a certificate for the server's name to who asks for that",
    level: 'should',
    reference: 'RFC 9525 section 6; RFC 6066 section 3',
    ask: ({ words, certificates: [own] }, hostname) => {
      if (!own) return undefined;
      const names = own.subjectAltName ?? own.subject;
      return expectThat(own.checkHost(hostname) !== undefined, `${words}: a certificate for ${hostname}`, names);
    },
  },
  {
    name: 'certificate-chain-in-order',
    title: 'shows behind its certificate those that vouch for it, one for the other, and nothing else',
    level: 'should',
    reference: 'RFC 5246 section 7.4.2',
    ask: ({ words, certificates: chain }) => {
      if (chain.length === 0) return undefined;
      const stray = chain.find((one, index) => index > 0 && !chain[index - 1]?.checkIssued(one));
      return expectThat(stray === undefined, `${words}: a chain`, `out of place: ${inOneLine(stray?.subject ?? '')}`);
    },
  },
  {
    name: 'certificate-key-size',
    title: 'has a key of 2048 bits with RSA, or 256 with an elliptic curve',
    level: 'should',
    reference: 'RFC 9325 section 4.5',
    ask: ({ words, certificates: [own] }) => {
      if (!own) return undefined;
      const { isLong, text } = keyOf(own);
      return expectThat(isLong, `${words}: a key that is long enough`, text);
    },
  },
  {
    name: 'certificate-signature',
    title: 'has a certificate that is not signed by way of MD5 or SHA-1',
    level: 'should',
    reference: 'RFC 9155 section 2; RFC 9325 section 4.5',
    ask: ({ words, certificates: [own] }) => {
      if (!own) return undefined;
      const { hash, words: signature } = certificateSignature(own.raw);
      return expectThat(hash !== 'md5' && hash !== 'sha1', `${words}: neither MD5 nor SHA-1`, signature);
    },
  },
];

function keyOf({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }: X509Certificate) {
  const { modulusLength, namedCurve } = asymmetricKeyDetails ?? {};
  const curveBits = Number(/\d{3}/.exec(namedCurve ?? '')?.[0] ?? 256);
  return modulusLength === undefined
    ? { isLong: curveBits >= 256, text: `${asymmetricKeyType} ${namedCurve ?? ''}`.trim() }
    : { isLong: modulusLength >= 2048, text: `${asymmetricKeyType} of ${modulusLength} bits` };
}

function inOneLine(subject: string): string {
  return subject.replaceAll('\n', ', ');
}
