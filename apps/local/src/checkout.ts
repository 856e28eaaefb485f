import { join } from 'node:path';
import type { StackPlace } from './stack/settings';

export const EXAMPLE_QUESTION = 'How do I get a refund for a damaged parcel?';

const folder = join(__dirname, '../../../..');

/** This repository, as `npm start` runs it. */
export const checkout: StackPlace = {
  folder,
  programs: join(folder, 'dist'),
  adminApp: join(folder, 'apps/admin/dist'),
  workflowProjects: 'examples/support-bot',
  advice: [
    'Ask the support bot a question from another terminal:',
    '',
    `  npm run ask -- "${EXAMPLE_QUESTION}"`,
  ],
};
