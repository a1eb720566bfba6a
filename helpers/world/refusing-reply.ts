/** What is said instead of acceptance. */
export interface RefusingReply {
  readonly code: number;
  readonly enhanced: string;
  readonly text: string;
}

/** The reply as smtp-server wants it. */
export function replyError({ code, enhanced, text }: RefusingReply): Error {
  // The code is text to smtp-server: were it to offer ENHANCEDSTATUSCODES, it would put one of its own before it.
  return Object.assign(new Error(`${enhanced} ${text}`), { responseCode: code });
}
