import { ConversationsModule } from '@orkestra/conversations';
import { TaskConversations, TasksModule } from '@orkestra/tasks';

/** Conversations, of which people see those that their tasks open to them. */
export const VisibleConversations = ConversationsModule.seenBy(TaskConversations, [TasksModule]);
