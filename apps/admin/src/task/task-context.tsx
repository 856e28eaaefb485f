import { type FragmentType, graphql, readFragment } from '../generated';
import { Capped } from '../interface/values/capped';
import { ContextValue } from '../interface/values/context-value';
import classes from '../interface/panel.module.css';
import { isEmptyValue } from '../interface/values/readable';

const TaskContextFields = graphql(`
  fragment TaskContext on Task {
    context
  }
`);

/** What the agent knew when it handed over. */
export function TaskContext({ task: masked }: { task: FragmentType<typeof TaskContextFields> }) {
  const { context } = readFragment(TaskContextFields, masked);
  if (isEmptyValue(context)) return null;
  return (
    <section className={`panel ${classes.panel}`} aria-labelledby="context-heading">
      <h2 id="context-heading" className={classes.heading}>
        Context
      </h2>
      <Capped>
        <ContextValue value={context} path="/context" />
      </Capped>
    </section>
  );
}

export function hasContext(task: FragmentType<typeof TaskContextFields>): boolean {
  return !isEmptyValue(readFragment(TaskContextFields, task).context);
}
