#!/usr/bin/env bash
# docker-modem 5.0.7 (dockerode's): followProgress gives its callback no error for a build that failed. Expected: its first argument is an
# error when the engine says so, as it is when the connection breaks. But the engine tells of a failure within the stream, with status 200
# before it, and that is one more event to docker-modem. So the usual `(error) => (error ? reject(error) : resolve())` takes a failed build or
# pull for done, and the program falls over the image that is not there. One has to look for `error` among the events.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages docker-modem@5.0.7

cat >follow.js <<'END'
const { Readable } = require('node:stream');
const Modem = require('docker-modem');
// What Docker 20.10 sends for `RUN false`, as POST /build gives it.
const events = [
  { stream: 'Step 2/2 : RUN false' },
  { errorDetail: { code: 1, message: 'returned a non-zero code: 1' }, error: 'returned a non-zero code: 1' },
];
const breaks = process.argv[2] === 'broken';
const stream = Readable.from((function* () {
  for (const event of events) {
    if (breaks && event.error) throw new Error('aborted');
    yield `${JSON.stringify(event)}\r\n`;
  }
})());
new Modem({ socketPath: '/none' }).followProgress(stream, (error, seen) => {
  console.log(`${error ? error.message : 'no error'}; ${seen.filter((event) => event.error).length} failure`);
});
END

same 'a build that failed' 'no error; 1 failure' "$(node follow.js)"
same 'a stream that broke off' 'aborted; 0 failure' "$(node follow.js broken)"
