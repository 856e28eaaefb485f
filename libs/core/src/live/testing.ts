/** For specs of what subscribes: the subscribers of one process without the database that tells them. */
export { LiveSubscribers } from './live-subscribers';
