import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retrieve } from './retrieval';

const THRESHOLD = 0.7;

// What the confidence is calibrated by: the bot answers the first kind alone and no other.
describe('retrieval', () => {
  it.each([
    ['How long does a refund take?', 'How long does a refund take?'],
    ['When do I get my refund?', 'How long does a refund take?'],
    ['How do I return an item?', 'How do I return an item?'],
    ['Where is my parcel?', 'Where is my parcel?'],
    ['How much does express shipping cost?', 'How much does shipping cost?'],
    ['Do you ship to Switzerland?', 'Which countries do you ship to?'],
    ['forgot my pasword', 'How do I reset my password?'],
    ['How long is the warranty on batteries?', 'How long is the warranty?'],
    ['Where can I download my invoice?', 'Where do I find my invoice?'],
    ['Can I cancel my order?', 'Can I cancel my order?'],
    ['How do I redeem a gift card?', 'How do I redeem a gift card?'],
    ['Is there a student discount?', 'Is there a student discount?'],
    ['What are the opening hours of your store?', 'What are the opening hours of your store?'],
    ['How do I unsubscribe from the newsletter?', 'How do I unsubscribe from the newsletter?'],
  ])('is sure about %p', (question, passage) => {
    const { passages, confidence } = retrieve(question);
    expect(passages[0]?.title).toBe(passage);
    expect(confidence).toBeGreaterThanOrEqual(THRESHOLD);
  });

  it.each([
    'Can I pay the refund for my brother in bitcoin?',
    'My dog ate the parcel, who pays for the vet?',
    'My order arrived with the wrong colour and I have an event on Friday',
    'Can I get a refund for a gift card that I received from my ex husband?',
    'My account was hacked and somebody ordered a phone',
    'I was charged twice and your driver was rude',
    'Something is wrong with my order',
    'It does not work',
    'refund',
    'order',
  ])('leaves %p to a person', (question) => {
    expect(retrieve(question).confidence).toBeLessThan(THRESHOLD);
  });

  it('answers the first question of the README alone, and leaves the second to a person', () => {
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const asked = [...readme.matchAll(/npm run ask -- "(.*)"/g)].map(([, question]) => question ?? '');
    const isSure = asked.map((question) => retrieve(question).confidence >= THRESHOLD);
    expect(isSure).toEqual([true, false]);
  });

  it.each(['asdf qwerty zxcv', 'lorem ipsum dolor sit amet', 'Do you sell spaceships?', '?!', ''])(
    'finds nothing for %p',
    (question) => expect(retrieve(question)).toEqual({ passages: [], confidence: 0 }),
  );

  it('gives the best few passages', () => {
    const { passages } = retrieve('What happens to the delivery of my order?');
    expect(passages).toHaveLength(3);
  });
});
