import { Tasks1700000001000 } from './1700000001000-tasks';
import { TaskLifeCycle1700000003000 } from './1700000003000-task-life-cycle';
import { TaskCollaboration1700000005000 } from './1700000005000-task-collaboration';
import { TaskSearch1700000006000 } from './1700000006000-task-search';
import { TaskConversations1700000009001 } from './1700000009001-task-conversations';
import { ToolApprovals1700000010000 } from './1700000010000-tool-approvals';
import { OrderOfPayloads1700000016000 } from './1700000016000-order-of-payloads';
import { SearchWords1700000018000 } from './1700000018000-search-words';
import { EventWaste1700000018001 } from './1700000018001-event-waste';
import { Records1700000035000 } from './1700000035000-records';
import { DeadLetters1700000036000 } from './1700000036000-dead-letters';
import { OpenTaskCounts1700000031001 } from './1700000031001-open-task-counts';
import { TaskSecrets1700000044001 } from './1700000044001-task-secrets';

export const tasksMigrations = [
  Tasks1700000001000,
  TaskLifeCycle1700000003000,
  TaskCollaboration1700000005000,
  TaskSearch1700000006000,
  TaskConversations1700000009001,
  ToolApprovals1700000010000,
  OrderOfPayloads1700000016000,
  SearchWords1700000018000,
  EventWaste1700000018001,
  Records1700000035000,
  DeadLetters1700000036000,
  OpenTaskCounts1700000031001,
  TaskSecrets1700000044001,
];
