import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServiceLogs } from '../../../helpers/running/write-service-logs';
import { referenceFacts } from '../../../helpers/targets/reference-facts';
import { removeReports } from '../../../reports/written/write-reports';

const facts = referenceFacts('fake');
let outFolder: string;
beforeEach(() => {
  outFolder = mkdtempSync(join(tmpdir(), 'service-logs-'));
});
afterEach(() => rmSync(outFolder, { recursive: true }));

const logged = (service: string, ...lines: readonly string[]) => ({ service, log: { linesSince: () => lines } });
const written = () => readFileSync(join(outFolder, 'services.log'), 'utf8');

test('what other services logged stands beside the reports, each line behind its service, and without passwords', () => {
  const said = `auth: Debug: given password: ${facts.user.password}`;
  const otherServices = [logged('users', 'dovecot ready', said), logged('redis', 'Ready to accept connections')];

  writeServiceLogs({ facts, otherServices }, { outFolder, showSecrets: false });

  expect(written()).toBe(
    'users | dovecot ready\nusers | auth: Debug: given password: <secret>\nredis | Ready to accept connections\n',
  );
});

test('with --show-secrets it stands as it was', () => {
  writeServiceLogs(
    { facts, otherServices: [logged('users', 'given password: correct-horse')] },
    { outFolder, showSecrets: true },
  );

  expect(written()).toBe('users | given password: correct-horse\n');
});

test('of a server that stands alone nothing is written; and that of an earlier run is removed with its reports', () => {
  writeServiceLogs({ facts, otherServices: [logged('users', 'x')] }, { outFolder, showSecrets: false });
  removeReports(outFolder);
  writeServiceLogs({ facts }, { outFolder, showSecrets: false });

  expect(readdirSync(outFolder)).toEqual([]);
});
