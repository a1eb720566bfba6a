/** What can be shown where the output goes. */
export interface Terminal {
  readonly colour: boolean;
  /** Columns of the terminal, undefined where output goes elsewhere. */
  readonly width: number | undefined;
}

/** Where output goes: standard output, except in tests. */
export interface TerminalOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Colours and a width belong to terminals; NO_COLOR takes the colours away. One that says it has no columns has not been asked. */
export function terminalOf(env: NodeJS.ProcessEnv, { isTTY, columns }: TerminalOutput): Terminal {
  return { colour: isTTY === true && !env.NO_COLOR, width: isTTY === true ? columns || 80 : undefined };
}
