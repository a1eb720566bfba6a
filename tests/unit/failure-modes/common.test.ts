import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const modes = new Map(catalogue.map((mode) => [mode.id, mode]));
const nothingKnown = readConfiguration([], () => undefined).facts;

test.each([
  ['saslauthd/not-running', 'saslauthd/asked-in-vain'],
  ['saslauthd/not-accessible', 'saslauthd/confined'],
  ['sasldb/closed-to-postfix', 'sasldb/chroot-copy-closed'],
  ['no-mechanisms/plug-ins-missing', 'no-mechanisms/mech-list-misspelt'],
  ['no-mechanisms/only-anonymous-left', 'no-mechanisms/mech-list-external-only'],
  ['dovecot/not-running', 'dovecot/no-listener'],
])('%s is named before %s, which writes the same lines and is met less often', async (common, rare) => {
  const signs = (modes.get(rare)?.symptoms.log ?? []).filter(({ onlyIf }) => !onlyIf);
  const lines = signs.map(({ specimen }) => specimen);

  const { findings } = await diagnose(catalogue, { logs: [logOfLines('log', lines)], facts: nothingKnown });
  const named = findings.map(({ mode }) => mode.id);

  expect(named).toContain(rare);
  expect(named[0]).toBe(common);
});
