import { parameter } from '../../shared/facts';

export const toFile = parameter('maillog_file', /\S/, 'maillog_file is set, so that Postfix logs there itself');

export const postlogService = "postlog/unix-dgram='postlog unix-dgram n - n - 1 postlogd'";

export const untilItAnswers = `for try in {1..100}; do
  if { exec 3<>/dev/tcp/127.0.0.1/25; } 2>/dev/null; then break; fi
  sleep 0.05
done`;

export const manual = 'https://www.postfix.org/MAILLOG_README.html';

export const asUsual = 'What it always sees: mail works. Only the log is missing.';
