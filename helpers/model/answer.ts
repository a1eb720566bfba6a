/** A reply of the server, RFC 5321 section 4.2: one code, one line or several. */
export interface Reply {
  readonly kind: 'reply';
  readonly code: number;
  /** The enhanced status code of RFC 2034, such as `5.7.1`, where the first line has one. */
  readonly enhanced: string | undefined;
  /** The text of each line, without code and separator; with the enhanced status code. */
  readonly lines: readonly string[];
}

/** The connection ended where a reply was due. `refused`: it never came about. */
export interface Closed {
  readonly kind: 'closed';
  readonly how: 'end-of-file' | 'reset' | 'refused' | 'tls-failure';
  readonly afterMs: number;
  readonly detail: string;
}

/** Nothing, or no whole reply, came within the time that the caller gave. */
export interface Silence {
  readonly kind: 'silence';
  readonly afterMs: number;
  /** What had come of an unfinished reply. */
  readonly partial: string;
}

/** What came breaks the grammar of a reply (RFC 5321 section 4.2), so it has no meaning. */
export interface Garbage {
  readonly kind: 'garbage';
  readonly text: string;
  readonly problem: string;
}

/** What a server does where a reply is due. Every kind is a result; none is an exception. */
export type Answer = Reply | Closed | Silence | Garbage;

/** Whether the answer is a reply of the given class: 2 for 2yz, 4 for 4yz, and so on. */
export type ReplyClass = 2 | 3 | 4 | 5;
