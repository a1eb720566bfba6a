/** Text of several lines made safe to print: no server can steer the reader's terminal. Tabs and line ends stay. */
export const visible = (text: string): string => text.replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, escaped);

/** The same for what is one line and must stay one. */
export const visibleLine = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, escaped);

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
};
