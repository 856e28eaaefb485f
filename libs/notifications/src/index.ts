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
  type OpenTask,
} from './answers/answer';
export { AnswerAttempts, type Attempt } from './answers/answer-attempts.store';
export { AnswerDesk } from './answers/answer-desk.service';
export type { LinkedAction } from './answers/answer-links.service';
export { linkedActions, type LinkedLook, MailAnswers } from './answers/mail-answers.service';
export { plainData, type PlainControl, type PlainField, plainForm } from './answers/plain-form';
export {
  type ChannelDesk,
  type ChannelMessage,
  type CodeTarget,
  type ConnectedAccount,
  type MessageItem,
  NotificationChannel,
  type Recipient,
  type SendResult,
} from './channels/notification-channel';
export { MessagePreviews, type PreviewRequest } from './authoring/message-previews.service';
export { MessageTemplates } from './authoring/message-templates.service';
export type {
  PreviewView,
  TemplateKey,
  TemplatesView,
  TemplateText,
  TemplateView,
  VariableView,
} from './authoring/template-view';
export {
  InvalidTemplateError,
  NothingToUndoError,
  TemplateNotFoundError,
  TestNotSentError,
} from './authoring/templates.errors';
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
export { GuestAnswers } from './guests/guest-answers.service';
export { GuestSessions, type KnownGuest } from './guests/guest-sessions.service';
export {
  GUEST_ACTIONS,
  GUEST_DAYS,
  GUEST_STATUSES,
  type GuestAction,
  type GuestStatus,
  type GuestView,
  type InvitedGuest,
} from './guests/guest-view';
export { GuestsService } from './guests/guests.service';
export { NotificationRetention } from './inbox/notification-retention.service';
export type { NotificationView } from './inbox/notification-view';
export { InvalidNotificationsError, NotificationNotFoundError } from './inbox/notifications.errors';
export { MOST_READ_AT_ONCE, MOST_UNREAD, NotificationsService } from './inbox/notifications.service';
export { NotificationDefaults } from './preferences/defaults.service';
export { type ExceptionSubject, ExceptionsService } from './preferences/exceptions.service';
export { type Hours } from './preferences/moment';
export { InvalidPreferenceError, LockedPreferenceError } from './preferences/preferences.errors';
export { PreferencesService } from './preferences/preferences.service';
export { UnsubscribeService } from './preferences/unsubscribe.service';
export type {
  ChannelView,
  DefaultChange,
  DefaultView,
  DelayChange,
  HoursChange,
  OwnChannelView,
  PreferenceChange,
  PreferencesView,
  PreferenceView,
  RuleView,
} from './preferences/preferences-view';
export { MOST_RULES, type Rule } from './preferences/rule';
export { SUBJECT_KINDS, type SubjectKind } from './preferences/subjects.queries';
export { DELIVERY_MODES, type DeliveryMode } from './preferences/told-how';
export type { WebhookEndpointInput } from './webhooks/endpoint-input.schema';
export type { WebhookBody } from './webhooks/webhook-data';
export { WEBHOOK_DELIVERY_STATUSES, type WebhookDeliveryStatus } from './webhooks/webhook-delivery';
export { WebhookDispatcher } from './webhooks/webhook-dispatcher.service';
export type {
  WebhookDisabledReason,
  WebhookEndpointView,
  WebhookSecretView,
} from './webhooks/webhook-endpoint.queries';
export {
  LONGEST_OVERLAP,
  MOST_WEBHOOK_ENDPOINTS,
  WebhookEndpoints,
  type WebhookEndpointWithSecret,
} from './webhooks/webhook-endpoints.service';
export { WEBHOOK_EVENT_TYPES, type WebhookEventType } from './webhooks/webhook-event-types';
export {
  MOST_WEBHOOKS_REPLAYED,
  type WebhookDeliveryView,
  type WebhookFilter,
  WebhookLog,
} from './webhooks/webhook-log.service';
export type { WebhookTry } from './webhooks/webhook-outcome';
export { WebhookPulse } from './webhooks/webhook-pulse.service';
export { WebhookQueue } from './webhooks/webhook-queue.store';
export { WebhookSender } from './webhooks/webhook-sender.service';
export { MOST_WEBHOOK_TESTS, WebhookTests } from './webhooks/webhook-tests.service';
export {
  InvalidSecretOverlapError,
  InvalidWebhookEndpointError,
  WebhookDeliveryNotFoundError,
  WebhookEndpointLimitError,
  WebhookEndpointNotFoundError,
  WebhookSecretLimitError,
  WebhookTestLimitError,
} from './webhooks/webhooks.errors';
export { ReplyIntake, type Taken } from './replies/reply-intake.service';
export { ChannelListener } from './channels/channel-listener.service';
export { ConnectorError } from './channels/connector.errors';
export type { ConnectorTools } from './channels/load-connectors';
export { ConnectCodes, type ConnectStart } from './connect/connect-codes.service';
export { ConnectDesk } from './connect/connect-desk.service';
export {
  AccountRefusedError,
  NoConnectByCodeError,
  TooManyCodesError,
  WrongConnectCodeError,
} from './connect/connect.errors';
export { CONNECT_WAYS, type ConnectWay } from './preferences/preferences-view';
export { TelegramUnavailableError } from './telegram/telegram.errors';
export { PushDevices } from './push/push-devices.service';
export type { PushSubscription } from './push/push-subscription';
export { InvalidPushDeviceError, PushOffError } from './push/push.errors';
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
