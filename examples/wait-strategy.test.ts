import { smtpReady } from 'smtp-auth-harness';
import { GenericContainer } from 'testcontainers';

test('a container is ready when it speaks SMTP', async () => {
  const image = process.env.MAIL_IMAGE ?? 'mymail:ci';
  await using container = await new GenericContainer(image)
    .withExposedPorts(25)
    .withWaitStrategy(smtpReady({ port: 25 }))
    .start();

  expect(container.getMappedPort(25)).toBeGreaterThan(0);
}, 120_000);
