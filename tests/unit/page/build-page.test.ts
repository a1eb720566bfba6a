import { buildPage } from '../../../helpers/page/build-page';

// What needs Node ends the bundling: here that is seen without a browser.
test('the diagnosis and all failure modes can be had in a page, without anything of Node', () => {
  expect(buildPage()).toMatch(/^<!doctype html>/i);
});
