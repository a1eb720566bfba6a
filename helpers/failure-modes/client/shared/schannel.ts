import type { LogSign } from '../../../model/failure-mode';

/** What Windows says where both have no version of TLS, or no cipher, in common: MDaemon, .NET, curl, IIS. */
export const schannelNothingInCommon: LogSign = {
  pattern: /0x80090302|0x80090331|SEC_E_(?:UNSUPPORTED_FUNCTION|ALGORITHM_MISMATCH)/,
  specimen: '* SSL error 0x80090302 The function requested is not supported',
  strength: 'suggests',
  alternative: true,
};

/** What Windows says of a certificate: no trusted root, another name, expired. */
export const schannelDistrusts: LogSign = {
  pattern:
    /0x80090325|0x80090322|0x80090328|0x800B0109|0x800B010F|0x800B0101|SEC_E_(?:UNTRUSTED_ROOT|WRONG_PRINCIPAL|CERT_EXPIRED)|CERT_E_(?:UNTRUSTEDROOT|CN_NO_MATCH|EXPIRED)/i,
  specimen: 'schannel: next InitializeSecurityContext failed: SEC_E_UNTRUSTED_ROOT (0x80090325)',
  strength: 'names',
  alternative: true,
};

/** Windows got something that is no TLS: the server spoke clear text. */
export const schannelGotClearText: LogSign = {
  pattern: /0x80090308|SEC_E_INVALID_TOKEN/,
  specimen: 'schannel: next InitializeSecurityContext failed: SEC_E_INVALID_TOKEN (0x80090308)',
  strength: 'suggests',
  alternative: true,
};
