import { dirname, join } from 'node:path';
import { runLocalStack } from './run-stack';
import { loadSettings, type StackPlace } from './stack/settings';

/** The folder of somebody's project is the working folder; the servers are those of @orkestra/server beside us. */
const server = dirname(require.resolve('@orkestra/server/package.json'));

const installed: StackPlace = {
  folder: process.cwd(),
  programs: join(server, 'dist'),
  adminApp: join(server, 'dist/admin'),
  workflowProjects: '',
  advice: [],
};

void runLocalStack(() => loadSettings(process.env, installed));
