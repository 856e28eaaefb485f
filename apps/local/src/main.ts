import { checkout } from './checkout';
import { runLocalStack } from './run-stack';
import { loadSettings } from './stack/settings';

/** For `scripts/start.mjs`, which has more to do then. */
export const ready = runLocalStack(() => loadSettings(process.env, checkout));
