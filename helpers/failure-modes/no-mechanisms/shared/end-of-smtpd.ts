import { died, throttled } from '../../shared/log-signs';
import { internalError, nothingInstalled } from '../../shared/sasl-mechanisms';

export const manual = 'https://www.postfix.org/postconf.5.html';

export const saslReadme = 'https://www.postfix.org/SASL_README.html';

export const noticedBy = ['no-mechanisms/usable-on-587'] as const;

export const emptyList = [nothingInstalled, internalError, died, throttled] as const;
