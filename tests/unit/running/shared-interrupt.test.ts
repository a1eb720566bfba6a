import { sharedInterrupt } from '../../../helpers/running/shared-interrupt';

function share() {
  const events: string[] = [];
  const join = sharedInterrupt({
    onInterrupt: () => events.push('told'),
    cleanUp: async () => void events.push('cleaned up'),
  });
  return { events, join };
}

describe('Ctrl-C with several programs', () => {
  test('is said once, and the last of them to end cleans up', async () => {
    const { events, join } = share();
    const [first, second] = [join(), join()];

    for (const each of [first, second]) each.onInterrupt();
    await first.cleanUp();
    expect(events).toEqual(['told']);

    await second.cleanUp();
    expect(events).toEqual(['told', 'cleaned up']);
  });

  test('waits for none that had ended before', async () => {
    const { events, join } = share();
    const [ended, last] = [join(), join()];
    ended.leave();

    await last.cleanUp();

    expect(events).toEqual(['cleaned up']);
  });
});
