import { checkout } from './checkout';
import { runLocalStack } from './run-stack';
import { loadSettings } from './stack/settings';

runLocalStack(() => loadSettings(process.env, checkout));
