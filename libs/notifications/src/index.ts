export type {
  AddressDetails,
  AddressOwner,
  AddressView,
  ChannelAddress,
  NewAddress,
} from './addresses/address';
export { AddressNotFoundError, AddressTakenError, TooManyAddressesError } from './addresses/addresses.errors';
export { NotificationAddresses } from './addresses/addresses.service';
export {
  type Answer,
  ANSWER_ACTIONS,
  type AnswerAction,
  type AnswerLook,
  type AnswerOrigin,
  type AnswerOutcome,
  type Ended,
} from './answers/answer';
export { AnswerAttempts, type Attempt } from './answers/answer-attempts.store';
export { AnswerDesk } from './answers/answer-desk.service';
export {
  type ChannelMessage,
  type MessageItem,
  NotificationChannel,
  type Recipient,
  type SendResult,
} from './channels/notification-channel';
export { ChannelRegistry } from './channels/channel-registry.service';
export { InvalidUnsubscribeLinkError } from './channels/unsubscribe.errors';
export { DeliveryNotFoundError, InvalidDeliveryReplayError } from './deliveries/delivery-log.errors';
export {
  DELIVERY_STATUSES,
  DeliveryLog,
  type DeliveryView,
  MOST_DELIVERIES_REPLAYED,
  type NotificationDeliveryStatus,
} from './deliveries/delivery-log.service';
export { DeliveryStore } from './deliveries/delivery.store';
export { Dispatcher } from './deliveries/dispatcher.service';
export { CHAT_CHANNELS, type ChatChannel } from './chat/chat-channel';
export { ChatAccounts, type LinkView, type OfferedChat } from './chat/chat-accounts.service';
export { ChatConnections, type ChatConnectionView } from './chat/chat-connections.service';
export { ChatMessageStore } from './chat/chat-messages.store';
export { ChatRefresh } from './chat/chat-refresh.service';
export {
  AccountLinkedError,
  AccountNotLinkedError,
  ChatNotConnectedError,
  InvalidChatInstallationError,
  InvalidLinkTokenError,
} from './chat/chat.errors';
export { type AfterCommit, EventExpander } from './events/event-expander';
export type { NotificationEvent } from './events/notification-event';
export { NOTIFICATION_KINDS, type NotificationKind } from './events/notification-kind';
export { FanOut } from './fan-out/fan-out.service';
export { NotificationRetention } from './inbox/notification-retention.service';
export type { NotificationView } from './inbox/notification-view';
export { InvalidNotificationsError, NotificationNotFoundError } from './inbox/notifications.errors';
export { MOST_READ_AT_ONCE, MOST_UNREAD, NotificationsService } from './inbox/notifications.service';
export { NotificationDefaults } from './preferences/defaults.service';
export { type Hours } from './preferences/moment';
export { InvalidPreferenceError, LockedPreferenceError } from './preferences/preferences.errors';
export { PreferencesService } from './preferences/preferences.service';
export { UnsubscribeService } from './preferences/unsubscribe.service';
export type {
  ChannelView,
  DefaultChange,
  DefaultView,
  PreferenceChange,
  PreferencesView,
  PreferenceView,
} from './preferences/preferences-view';
export { DELIVERY_MODES, type DeliveryMode } from './preferences/told-how';
export { SlackConnections, type NewSlackConnection } from './slack/slack-connections.service';
export { type ProvedPayload, SlackDoor } from './slack/slack-door.service';
export { SlackInteractions } from './slack/slack-interactions.service';
export { SlackSockets } from './slack/slack-sockets.service';
export { SlackRequestRefusedError } from './slack/slack.errors';
export { type InvokeAnswer, TeamsActivities } from './teams/teams-activities.service';
export { TeamsConnections } from './teams/teams-connections.service';
export { TeamsDoor } from './teams/teams-door.service';
export { TeamsRequestRefusedError } from './teams/teams.errors';
export { NotificationsModule } from './notifications.module';
