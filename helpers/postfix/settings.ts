import { shellQuote } from '../shell-quote';

/** A parameter of main.cf with the value that it is to have. */
export interface ParameterSetting {
  readonly name: string;
  readonly value: string;
}

/** The shell command that sets these parameters of main.cf. */
export function setParameters(settings: readonly ParameterSetting[]): string {
  return `postconf -e ${settings.map(({ name, value }) => shellQuote(`${name}=${value}`)).join(' ')}`;
}
