import { type MailMatchers, mailMatchers } from './matchers';

// Importing this file teaches Jest's `expect` the matchers, and TypeScript too: with Jest's globals or @jest/globals.
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
