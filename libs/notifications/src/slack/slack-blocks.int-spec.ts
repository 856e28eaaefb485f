import { slackModels } from '../../../../test/harness/slack-models/slack-models';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import type { TaskCard } from '../chat/task-card';
import { blocksOf, digestBlocks, notice, reasonModal } from './slack-blocks';

const ID = '01900000-0000-7000-8000-000000000001';
const URL = `https://o.test/tasks/${ID}`;
/** Longer than any text of Block Kit may be. */
const LONG = 'x'.repeat(4_000);

const card: TaskCard = {
  value: { tenantId: ID, id: ID, payloadDigest: 'a'.repeat(64) },
  sentence: 'You are asked to approve this',
  title: 'Refund <!channel> & more',
  tenantName: 'Acme',
  dueAt: new Date('2027-03-01T09:00:00Z'),
  payload: JSON.stringify({ refund: 40 }, null, 2),
  standing: null,
  actions: ['approve', 'reject', 'claim'],
  url: URL,
  done: false,
};

const item = (title: string): MessageItem => ({
  ...{ kind: 'assigned', count: 1, at: new Date('2027-03-01T09:00:00Z'), actorName: 'Sam' },
  ...{ task: { id: ID, title, dueAt: null }, workflowKey: null, conversationId: null, params: {}, url: URL },
});

const digest = (count: number, title: string): ChannelMessage => ({
  id: ID,
  tenant: { id: ID, name: 'Acme' },
  recipient: { personId: ID, email: 'sam@a.test', displayName: 'Sam', language: 'en', timeZone: 'UTC' },
  addresses: [],
  items: Array.from({ length: count }, () => item(title)),
});

const VALID: Readonly<Record<string, object>> = {
  'a card with its payload': blocksOf(card),
  'a card of long texts': blocksOf({ ...card, title: LONG, payload: LONG, sentence: LONG, tenantName: LONG }),
  'a card that is decided': blocksOf({ ...card, payload: null, standing: 'Approved by Sam', actions: [] }),
  'a card of what concerns them no more': blocksOf({ ...card, title: null, payload: null, standing: LONG }),
  'a digest of 40': digestBlocks(digest(40, 'A task')),
  'a digest of more than fits': digestBlocks(digest(120, LONG)),
  'the modal': { ...reasonModal('A task', 'm'.repeat(3_000)) },
  'a notice': notice('Too late'),
  'a notice with a page to go to': notice(LONG, { label: 'Connect it', url: URL }),
};

/** What the models would let nobody send: they look. */
const WRONG: Readonly<Record<string, object>> = {
  'a header that is too long': {
    text: 'x',
    blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
  },
  'a section without text': { text: 'x', blocks: [{ type: 'section' }] },
  'a button of a style that there is not': {
    text: 'x',
    blocks: [
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x' }, style: 'purple' },
        ],
      },
    ],
  },
  'a field that nobody knows': {
    text: 'x',
    blocks: [{ type: 'context', colour: 'red', elements: [{ type: 'plain_text', text: 'x' }] }],
  },
  'a modal of a long title': {
    ...reasonModal('A task', ''),
    title: { type: 'plain_text', text: 'x'.repeat(25) },
  },
};

it('builds what the published models of Slack take', async () => {
  const problemsOf = await slackModels();
  const found = await problemsOf([...Object.values(VALID), ...Object.values(WRONG)]);
  const names = [...Object.keys(VALID), ...Object.keys(WRONG)];
  const named = Object.fromEntries(names.map((name, at) => [name, found[at]]));
  expect(Object.entries(named).filter(([name, problems]) => name in VALID && problems?.length !== 0)).toEqual(
    [],
  );
  expect(Object.keys(WRONG).filter((name) => named[name]?.length === 0)).toEqual([]);
}, 180_000);
