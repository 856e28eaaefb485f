import { ContextValue } from '../interface/values/context-value';
import classes from './decided-data.module.css';
import { Fact, FactList } from '../interface/values/fact-list';
import { hasCurrency } from '../interface/values/readable-number';
import { MomentText } from '../time/moment-text';
import { type Answer, describeAnswers, type Described } from './describe-answers';

export interface DecidedDataProps {
  data: unknown;
  form: { schema?: unknown; uiSchema?: unknown } | null | undefined;
}

/** What the person answered, with the labels of the form. */
export function DecidedData({ data, form }: DecidedDataProps) {
  const answers = describeAnswers(data, form?.schema, form?.uiSchema);
  if (answers.length === 0) return null;
  return (
    <div className={classes.box} role="group" aria-label="Decision">
      <h3 className={classes.heading}>Decision</h3>
      <Answers answers={answers} />
    </div>
  );
}

/** Answers with their labels, one below the other. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  const besideCurrency = hasCurrency(Object.fromEntries(answers.map(({ key }) => [key, null])));
  return (
    <FactList>
      {answers.map(({ key, label, value }) => (
        <Fact key={key} name={label}>
          <AnswerValue value={value} name={key} besideCurrency={besideCurrency} />
        </Fact>
      ))}
    </FactList>
  );
}

function AnswerValue({ value, ...rest }: { value: Described; name: string; besideCurrency: boolean }) {
  switch (value.kind) {
    case 'moment':
      return <MomentText at={value.at} />;
    case 'fields':
      return value.fields.length === 0 ? <ContextValue value={null} /> : <Answers answers={value.fields} />;
    case 'items':
      if (value.items.length === 0) return <ContextValue value={null} />;
      return (
        <ul className={classes.items}>
          {value.items.map((item, index) => (
            <li key={index}>
              <AnswerValue {...rest} value={item} />
            </li>
          ))}
        </ul>
      );
    case 'plain':
      return <ContextValue {...rest} value={value.value} depth={1} asWritten />;
  }
}
