import { namelessClient } from './differences';

/** Somebody was asked for the password, and said no. */
export const loginRefusedReply = '535 5.7.8 Error: authentication failed: authentication failure';

/** Nobody could be asked; see `uncheckedLogin`. */
export const loginUncheckedReply = '454 4.7.0 Temporary authentication failure: generic failure';

/** The same before Postfix 3.2, which knew no temporary failure of AUTH. */
export const loginUncheckedReplyBefore32 = '535 5.7.8 Error: authentication failed: generic failure';

export const cannotFindHostname = 'Client host rejected: cannot find your hostname';
const { before, after } = namelessClient;

/** The reply to a client whose name can not be found, without its address; see `namelessClient`. */
export const namelessClientReply = `${after.code} ${after.enhanced} ${cannotFindHostname}`;

/** The beginning of that reply before Postfix 3.0. */
export const namelessClientReplyBefore30 = `${before.code} ${before.enhanced}`;
