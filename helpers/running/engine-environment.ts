/** The environment in which a program takes this engine; undefined: the one that it would take anyway. */
export function engineEnvironment(engine: string | undefined, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (engine === undefined) return env;
  const { DOCKER_TLS_VERIFY, ...others } = env;
  // Certificates are for those that are reached by TCP: the docker command would ask a socket for its own.
  const verified = DOCKER_TLS_VERIFY !== undefined && engine.startsWith('tcp:') && { DOCKER_TLS_VERIFY };
  return { ...others, ...verified, DOCKER_HOST: engine };
}
