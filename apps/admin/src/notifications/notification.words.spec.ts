import { notificationWords, unreadWords } from './notification.words';

const told = { count: 1, actor: { displayName: 'Sam' }, taskTitle: 'Refund' } as const;

test('says who did what, and how often', () => {
  expect(notificationWords({ ...told, kind: 'APPROVAL_ASKED' })).toBe('Sam asks for your approval');
  expect(notificationWords({ ...told, kind: 'APPROVAL_ASKED', actor: null, count: 70 })).toBe(
    'An approval is asked of you, 70 times',
  );
  expect(notificationWords({ ...told, kind: 'MENTIONED', actor: { displayName: '' } })).toBe(
    'Somebody mentioned you',
  );
});

test.each([
  [0, 'Notifications, none unread'],
  [3, 'Notifications, 3 unread'],
  [100, 'Notifications, 100 or more unread'],
])('the bell with %d', (unread, words) => {
  expect(unreadWords(unread)).toBe(words);
});
