import { type MailMatchers, mailMatchers } from './matchers';

// Importing this file teaches Jest's `expect` the matchers, and TypeScript too: with Jest's globals or @jest/globals.
if (typeof expect === 'undefined') {
  throw new Error(
    "smtp-auth-harness/jest teaches Jest's global `expect` the matchers, and there is none here. Import it in a test file, or " +
      'name it in setupFilesAfterEnv (not setupFiles) of the configuration of Jest. Where `expect` is imported, as with Vitest ' +
      "or with injectGlobals: false: expect.extend(mailMatchers), with mailMatchers from 'smtp-auth-harness'.",
  );
}
expect.extend(mailMatchers);

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: merged declarations must have the same type parameters
    interface Matchers<R, T = {}> extends MailMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MailMatchers<R> {}
}
