import { BUILT_IN_LETTER } from '../email/built-in-letter';
import type { TemplateText } from './template-view';

/** Channels that take templates, and what they have built in. */
export const BUILT_IN_TEXTS: Readonly<Record<string, TemplateText>> = { email: BUILT_IN_LETTER };
