import { isRecent, isSigned } from './slack-signature';

// The example of Slack's own documentation.
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const BODY = Buffer.from(
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
);
const given = {
  timestamp: '1531420618',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};

it('takes what Slack has signed', () => {
  expect(isSigned(BODY, given, SECRET)).toBe(true);
});

it.each([
  ['another body', Buffer.concat([BODY, Buffer.from(' ')]), given, SECRET],
  ['another secret', BODY, given, `${SECRET}x`],
  ['another time', BODY, { ...given, timestamp: '1531420619' }, SECRET],
  ['a signature cut short', BODY, { ...given, signature: given.signature.slice(0, -1) }, SECRET],
  ['no signature', BODY, { ...given, signature: '' }, SECRET],
  ['another version', BODY, { ...given, signature: given.signature.replace('v0', 'v1') }, SECRET],
])('refuses %s', (_what, body, signature, secret) => {
  expect(isSigned(body, signature, secret)).toBe(false);
});

it.each([
  ['1531420618', true],
  ['1531420318', true],
  ['1531420317', false],
  ['1531420919', false],
  ['', false],
  ['soon', false],
  ['-1531420618', false],
  ['1e10', false],
])('finds %s recent or not', (timestamp, recent) => {
  expect(isRecent({ timestamp, signature: '' }, new Date(1_531_420_618_000))).toBe(recent);
});
