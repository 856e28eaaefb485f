export { connectionFrom, type TemporalConnectionOptions } from './connection-settings';
