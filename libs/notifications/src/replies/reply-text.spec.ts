import { replyText } from './reply-text';

const OURS = 'o.test';
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
  ['Freigegeben.', 'approve', ''],
  ['Abgelehnt: zu teuer', 'reject', 'zu teuer'],
  [
    'reject\n\nOn the other hand we wrote:\nThe customer is right.',
    'reject',
    'On the other hand we wrote:\nThe customer is right.',
  ],
])('%j is %s', (text, decision, reason) => {
  expect(replyText(`${text}${QUOTED}`, OURS)).toMatchObject({ decision, reason, text });
});

it('is empty where there is nothing but the quoted mail', () => {
  expect(replyText(QUOTED, OURS)).toEqual({ text: '', decision: null, reason: '' });
});

const OUTLOOK = `Von: Orkestra <reply+x@o.test>
Gesendet: Montag, 1. März 2027 10:00
An: Sam <sam@a.test>
Betreff: Refund

Approve or reject the refund?
Open the task [https://o.test/tasks/1]`;

test.each([
  ['Outlook, in German', `Freigegeben.\n\n${OUTLOOK}`, 'Freigegeben.'],
  ['a quote without marks', 'Yes.\n\nOn Monday Orkestra wrote:\nApprove? [https://o.test/tasks/1]', 'Yes.'],
  ['lines between', '> Approve the refund of 40?\nYes\n> And the one of 400?\nNo', 'Yes\nNo'],
  ['a line that looks like a head', 'Reject.\n\nSam wrote:\nno.', 'Reject.\n\nSam wrote:\nno.'],
  ['the same above a quote', `No.\n\nSam wrote:\nno.${QUOTED}`, 'No.\n\nSam wrote:\nno.'],
  ['a signature', 'Approve.\n--\nAnn', 'Approve.'],
])('leaves the own words and nothing else: %s', (_, plain, text) => {
  expect(replyText(plain, OURS).text.replace(/\n+/g, '\n')).toBe(text.replace(/\n+/g, '\n'));
});
