#!/usr/bin/env bash
# Libraries that cut the quoted mail off a reply leave the question in the answer for one mail and cut the answer itself
# for another; for three of four ordinary replies five of them do not agree.
#
# Expected: of a reply to "Approve or reject the refund?" only what its author wrote is left, so that a program may look
#   for the decision in it, and nothing that the author wrote is missing.
# Seen: npm email-reply-parser 2.3.7, node-email-reply-parser 0.1.4 and planer 1.2.0, PyPI email-reply-parser 0.5.12 and
#   mail-parser-reply 1.36 (told English alone, and English, German and French).
#   - Outlook in German ("Von: … Gesendet: …", no quote marks): two of the three for npm find the head, and for Python only
#     mail-parser-reply when it is told the language. The others hand over "Freigegeben" with the whole question behind it, in
#     which "approve" and "reject" both stand.
#   - answers between quoted lines: planer and mail-parser-reply keep the marked lines of the question.
#   - a sentence of one's own that ends in "wrote:" is taken for the head of a quote by all but planer: it is cut off with
#     everything below it, though nothing is quoted.
# Why it matters: approvals and rejections by mail are decided by what is left, and a reason that was cut off is lost
#   without a word.
# Instead: take a decision only from the first line, and only where it is nothing but the word; keep the whole mail; cut
#   only where what is cut off holds something that every mail of yours holds, such as the host of its links.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund email-reply-parser@2.3.7 node-email-reply-parser@0.1.4 planer@1.2.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check email-reply-parser==0.5.12 mail-parser-reply==1.36

cat > mails.mjs <<'JS'
export const QUESTION = 'Approve or reject the refund?';
/** Each with what its author wrote. */
export const MAILS = {
  'Gmail, English': {
    mail: `Approved.\n\nOn Mon, Nov 30, 2026 at 9:14 AM Tasks <tasks@example.com> wrote:\n> ${QUESTION}\n`,
    own: ['Approved.'],
  },
  'Outlook, German': {
    mail:
      'Freigegeben.\n\nVon: Tasks <tasks@example.com>\nGesendet: Montag, 30. November 2026 09:14\n' +
      `An: Ann <ann@example.com>\nBetreff: Refund\n\n${QUESTION}\n`,
    own: ['Freigegeben.'],
  },
  'between the lines': { mail: `> ${QUESTION}\nNo, never\n> And the other one?\nYes\n`, own: ['No, never', 'Yes'] },
  'own "wrote:"': {
    mail: 'Rejected\n\nOn the other hand we wrote:\nthe customer is right.\n',
    own: ['Rejected', 'On the other hand we wrote:', 'the customer is right.'],
  },
};
JS
cat > left.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import EmailReplyParser from 'email-reply-parser';
import nodeEmailReplyParser from 'node-email-reply-parser';
import planer from 'planer';
import { MAILS } from './mails.mjs';

const left = {};
for (const [name, { mail }] of Object.entries(MAILS))
  left[name] = {
    'npm email-reply-parser': new EmailReplyParser().parseReply(mail),
    'npm node-email-reply-parser': nodeEmailReplyParser(mail, true),
    'npm planer': planer.extractFrom(mail, 'text/plain'),
  };
writeFileSync('left.json', JSON.stringify({ mails: MAILS, left }));
JS
node left.mjs
cat > left.py <<'PY'
import json

from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as MailParserReply

given = json.load(open("left.json"))
for name, one in given["mails"].items():
    mail, left = one["mail"], given["left"][name]
    left["PyPI email-reply-parser"] = EmailReplyParser.parse_reply(mail)
    left["PyPI mail-parser-reply en"] = MailParserReply(languages=["en"]).parse_reply(mail)
    left["PyPI mail-parser-reply en,de,fr"] = MailParserReply(languages=["en", "de", "fr"]).parse_reply(mail)
json.dump(given, open("left.json", "w"))
PY
venv/bin/python left.py

cat > check.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { QUESTION } from './mails.mjs';

const { mails, left } = JSON.parse(readFileSync('left.json', 'utf8'));
const seen = {};
for (const [name, answers] of Object.entries(left)) {
  console.log(name);
  for (const [library, text] of Object.entries(answers)) {
    const isWhole = mails[name].own.every((line) => text.includes(line));
    const verdict = !isWhole ? 'cut' : text.includes(QUESTION) ? 'question' : 'right';
    (seen[name] ??= []).push(verdict);
    console.log(`  ${library.padEnd(32)} ${verdict.padEnd(9)} ${JSON.stringify(text.trim()).slice(0, 70)}`);
  }
}
assert.deepEqual(seen, {
  'Gmail, English': ['right', 'right', 'right', 'right', 'right', 'right'],
  'Outlook, German': ['right', 'question', 'right', 'question', 'question', 'right'],
  'between the lines': ['right', 'right', 'question', 'right', 'question', 'question'],
  'own "wrote:"': ['cut', 'cut', 'right', 'cut', 'cut', 'cut'],
});
console.log('as described: the question is left in, or the answer is cut');
JS
node check.mjs
