import { WrongUsage } from '../shared/parse';

/** Reads what names an engine. Throws WrongUsage for what can be none; one engine comes to one text. */
export function engineNamed(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const place = url && (url.protocol === 'unix:' ? url.host === '' && url.pathname : url.host);
  if (url && place && !url.password && ['tcp:', 'ssh:', 'unix:'].includes(url.protocol)) {
    url.hostname = url.hostname.toLowerCase();
    return url.href.replace(/\/+$/, '');
  }
  throw new WrongUsage(
    `"${text}" is no engine: give what DOCKER_HOST takes, such as tcp://build.example.test:2376, ssh://alice@build.example.test ` +
      'or unix:///run/podman/podman.sock',
  );
}
