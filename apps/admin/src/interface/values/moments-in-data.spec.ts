import { dateWords } from './moments-in-data';

test('a moment is by the clock of the reader, with its name', () => {
  expect(dateWords('2027-03-03T09:30:00Z', 'Europe/Berlin')).toMatch(/10:30.*(CET|GMT\+1)/);
  expect(dateWords('2027-03-03T09:30:00+05:30', 'UTC')).toMatch(/4:00.*UTC/);
});

test('a day is the same everywhere', () => {
  expect(dateWords('2027-03-03', 'Pacific/Honolulu')).toMatch(/\b3\b.*2027/);
});

test.each(['2027-03-03T09:30:00', '2027-02-31', '2027', 'on 2027-03-03', '2027-13-01T00:00:00Z', ''])(
  '%j stays as it is',
  (text) => expect(dateWords(text)).toBeNull(),
);
