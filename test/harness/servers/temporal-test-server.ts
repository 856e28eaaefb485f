/** Where Temporal's time-skipping test server is: specs of a lib ask here, because a lib knows no app. */
export { resolveTemporalTestServer } from '../../../apps/local/src';
