import type { CheckResult } from '../../helpers/model/result';
import { type Html, html } from './template';

/** The name of a check, which leads to it; the address is the check's id, so that it is the same in every run. */
export function checkLink({ id }: Pick<CheckResult, 'id'>, text = id): Html {
  return html`<a href="#${anchor(id)}"><code>${text}</code></a>`;
}

/** An id as the part of an address behind `#`; most of them stay as they are. */
export function anchor(id: string): string {
  return encodeURIComponent(id).replaceAll('%2F', '/');
}
