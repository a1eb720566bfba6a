/** The services of Postfix that its other processes ask at a socket: any other name is that of a policy service or the like. */
export const ownServices =
  '(?:anvil|bounce|cleanup|defer|dnsblog|flush|postlog|proxymap|proxywrite|rewrite|scache|tlsmgr|tlsproxy|trace|verify)';
