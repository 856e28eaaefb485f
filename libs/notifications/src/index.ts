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
export { NotificationsModule } from './notifications.module';
