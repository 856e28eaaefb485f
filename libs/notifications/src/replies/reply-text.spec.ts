import { replyText } from './reply-text';

const QUOTED = `

On Mon, 1 Mar 2027 at 10:00, Orkestra <reply+x@o.test> wrote:
> Approve
> Hello Sam,
`;

test.each<[string, 'approve' | 'reject' | null, string]>([
  ['approve', 'approve', ''],
  ['Approved!', 'approve', ''],
  ['APPROVE\nGo ahead', 'approve', 'Go ahead'],
  ['Reject: no budget', 'reject', 'no budget'],
  ['rejected, no budget\nAsk in May', 'reject', 'no budget\nAsk in May'],
  ['Reject - no budget', 'reject', 'no budget'],
  ['I approve', null, ''],
  ['Approve it tomorrow', null, ''],
  ['Do not approve', null, ''],
  ['approval?', null, ''],
  ['Hello\napprove', null, ''],
])('%j is %s', (text, decision, reason) => {
  expect(replyText(`${text}${QUOTED}`)).toMatchObject({ decision, reason, text });
});

it('is empty where there is nothing but the quoted mail', () => {
  expect(replyText(QUOTED)).toEqual({ text: '', decision: null, reason: '' });
});
