import { Tasks1700000001000 } from './1700000001000-tasks';

export const tasksMigrations = [Tasks1700000001000];
