import type { ConfigNotice } from '../../model/diagnosis';
import type { Setting } from '../../model/failure-mode';
import { mistake } from './notice';

/** Words in mynetworks that mean something to people, and are the name of a host to Postfix, which nobody has. */
export function checkNetworks(settings: ReadonlyMap<string, Setting>): readonly ConfigNotice[] {
  const setting = settings.get('mynetworks');
  if (!setting) return [];
  const { value, file, line } = setting;
  return value.split(/[\s,]+/).flatMap((word) => {
    const advice = meant.get(word.toLowerCase());
    if (advice === undefined) return [];
    const said = `mynetworks has ${word}, which Postfix takes for the name of a host: nobody is in it`;
    return [mistake('unknown', said, advice, { file, line, text: `mynetworks = ${value}` })];
  });
}

const networks = 'write networks, such as 127.0.0.0/8 192.0.2.0/24';
const style = 'it is a value of mynetworks_style, which counts where mynetworks is not set';
const meant: ReadonlyMap<string, string> = new Map([
  ...['all', 'any', 'everyone', 'everybody', 'none', 'yes', 'no', '*'].map((word) => [word, networks] as const),
  ...['host', 'subnet', 'class'].map((word) => [word, style] as const),
]);
