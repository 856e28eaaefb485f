import approval from '../content/images/approval.png';
import done from '../content/images/done.png';
import inbox from '../content/images/inbox.png';
import task from '../content/images/task.png';

/** Pictures are of the real inbox with the demo that `npm start` brings, taken by `npm run docs:pictures`. */
export const STORY = [
  {
    title: 'A customer asks, and the bot is not sure',
    text: 'The support bot answers alone what its knowledge base covers. Here its confidence is 8 %, so the workflow asks a person and waits: for minutes or for weeks, through restarts and deployments.',
    alt: 'customer   My parcel arrived wet and my neighbour\n           signed for it, what now?\nbot        8 % sure: I hand this to our people.\nworkflow   task(ctx, { title: "Customer needs help", … })\n           waiting for the group support-l1',
  },
  {
    title: 'The question is in the inbox at once',
    text: 'Everybody in the group sees it, with its deadline. Two people may claim it in the same moment: exactly one gets it.',
    picture: inbox,
    alt: 'The inbox: five questions from customers, each with its priority, its time limit of 30 minutes and a button to claim it.',
    width: 1600,
    height: 700,
  },
  {
    title: 'A person decides, with all that is known',
    text: "The question, the bot's draft, its sources and a form whose fields are checked. What is half written is kept.",
    picture: task,
    alt: "The task: the question, the bot's draft with its sources, the form with the answer, who holds the task, and its history.",
    width: 1600,
    height: 1475,
  },
  {
    title: 'The workflow goes on, once',
    text: 'The answer is safe with one transaction; then the workflow has it. The page shows the way of the decision: made, delivered, and what the workflow made of it.',
    picture: done,
    alt: 'After the decision: completed by Sam Okafor, delivered to the workflow, workflow completed with the answer as its result.',
    width: 1600,
    height: 1325,
  },
  {
    title: 'Approvals are bound to what was shown',
    text: 'Where an agent wants to act, people approve or reject it. If what is to be approved changes meanwhile, the approval does not count, and who asked cannot decide.',
    picture: approval,
    alt: 'An approval: what is asked for, its context, and buttons to approve, reject or ask for changes.',
    width: 1200,
    height: 1370,
  },
];
