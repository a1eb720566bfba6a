/** A private address that ends in 1, as that of a container network’s gateway does, with a /32 or /128 that may be behind it. */
export const gatewayAddress =
  '(?:(?:10\\.\\d+\\.\\d+|192\\.168\\.\\d+|172\\.(?:1[6-9]|2\\d|3[01])\\.\\d+)\\.1|[fF][cdCD][\\da-fA-F]{2}:(?:[\\da-fA-F]+:)*:1)(?:/\\d+)?(?:\\s|$)';
