import type { Provider, Type } from '@nestjs/common';
import { ChatAccounts } from './chat/chat-accounts.service';
import { ChatClicks } from './chat/chat-clicks.service';
import { ChatConnections } from './chat/chat-connections.service';
import { ChatMessageStore } from './chat/chat-messages.store';
import type { ChatProgram } from './chat/chat-program';
import { CHAT_PROGRAMS, ChatRefresh } from './chat/chat-refresh.service';
import { InstallationStore } from './chat/installations.store';
import { OwnAddresses } from './chat/own-addresses.service';
import { TaskMessages } from './chat/task-messages.service';
import { SlackApi } from './slack/slack-api.service';
import { SlackConnections } from './slack/slack-connections.service';
import { SlackDoor } from './slack/slack-door.service';
import { SlackInteractions } from './slack/slack-interactions.service';
import { SlackLinks } from './slack/slack-links.service';
import { SlackPosts } from './slack/slack-posts.service';
import { SlackProgram } from './slack/slack-program.service';
import { SlackSockets } from './slack/slack-sockets.service';
import { TeamsActivities } from './teams/teams-activities.service';
import { TeamsApi } from './teams/teams-api.service';
import { TeamsConnections } from './teams/teams-connections.service';
import { TeamsDoor } from './teams/teams-door.service';
import { TeamsKeys } from './teams/teams-keys.service';
import { TeamsPosts } from './teams/teams-posts.service';
import { TeamsProgram } from './teams/teams-program.service';

/** What the programs use of Slack and Teams. */
export const CHAT_SERVICES: Type[] = [
  ChatAccounts,
  ChatConnections,
  ChatMessageStore,
  ChatRefresh,
  SlackConnections,
  SlackDoor,
  SlackInteractions,
  SlackSockets,
  TeamsActivities,
  TeamsConnections,
  TeamsDoor,
];

const PROGRAM_CLASSES = [SlackProgram, TeamsProgram];

/** What these are made of. */
export const CHAT_PROVIDERS: Provider[] = [
  ChatClicks,
  InstallationStore,
  OwnAddresses,
  TaskMessages,
  TeamsApi,
  TeamsKeys,
  TeamsPosts,
  SlackApi,
  SlackLinks,
  SlackPosts,
  ...PROGRAM_CLASSES,
  {
    provide: CHAT_PROGRAMS,
    useFactory: (...programs: ChatProgram[]) => programs,
    inject: PROGRAM_CLASSES,
  },
];
