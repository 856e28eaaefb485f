import { Conversations1700000009000 } from './1700000009000-conversations';

export const conversationsMigrations = [Conversations1700000009000];
