import { ContextValue } from '../interface/values/context-value';
import classes from './decided-data.module.css';
import { Fact, FactList } from '../interface/values/fact-list';
import { describeAnswers } from './describe-answers';

/** What the person answered, with the labels of the form. */
export function DecidedData({ data, schema }: { data: unknown; schema: unknown }) {
  const answers = describeAnswers(data, schema);
  if (answers.length === 0) return null;
  return (
    <div className={classes.box} role="group" aria-label="Decision">
      <h3 className={classes.heading}>Decision</h3>
      <FactList>
        {answers.map(({ key, label, value }) => (
          <Fact key={key} name={label}>
            <ContextValue value={value} name={key} depth={1} />
          </Fact>
        ))}
      </FactList>
    </div>
  );
}
