import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { sample } from '../../failure-modes/sample';

test('the sample for other versions has a mode of every family that runs on them, and each can be had in a container', () => {
  const modes = sample.map((id) => catalogue.find((mode) => mode.id === id));
  const here = catalogue.filter(({ reproduction }) => reproduction && reproduction.image !== 'dovecot');
  const families = new Set(here.map(({ id }) => id.split('/')[0]));

  expect(modes.filter((mode) => mode === undefined || !here.includes(mode))).toEqual([]);
  expect(sample.length).toBeGreaterThanOrEqual(20);
  expect(new Set(sample.map((id) => id.split('/')[0]))).toEqual(families);
});
