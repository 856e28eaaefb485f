import { Workflows1700000002000 } from './1700000002000-workflows';

export const workflowsMigrations = [Workflows1700000002000];
