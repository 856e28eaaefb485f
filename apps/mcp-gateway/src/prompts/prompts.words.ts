/** What the prompts ask a model to do; what they are about follows as data. */
export const REQUEST_APPROVAL = `A person must approve or reject what is described below. You may not decide it yourself.
1. Gather the facts that the person needs. If something essential is missing, ask me before you ask them.
2. Create the task: with the tool approval_request if you have it, else with task_create and a form with a required radio field "decision" (approve, reject) and a textarea "reason". Give a title of one line that is a question, a description with the facts and the consequences of each choice, and an idempotency_key that names this request.
3. Wait with task_await, again and again while \`done\` is false. People take minutes or hours.
4. Tell me who decided what and why. Act only on an approval, and on nothing but what was approved. A task that was cancelled, rejected or has expired is no approval.`;

export const REVIEW_TASK = `Review the task in the resource that follows.
1. Say in a few sentences what is asked, by whom it is held, when it is due, and what hangs on it.
2. Go through the form: for each field, say what a good answer needs and what the context gives for it. Name what is missing or contradictory.
3. If it is decided, say what was decided by whom. If it is not, list what the person should check before they decide. Do not decide in their place.
Look up what you need with task_get, task_list and workflow_get.`;

export const DIAGNOSE_WORKFLOW = `Diagnose the workflow execution in the resource that follows.
1. Say whether it runs, waits or has ended, and since when.
2. If it waits for people (\`open_tasks\`), read each task with task_get and say who can decide it, whether it is overdue, and what holds it up. If it failed, say what the error means and whether another start would help.
3. Propose the next step and who takes it. Wait for its end with workflow_await only if I ask you to.`;
