import { ContextValue } from '../interface/values/context-value';
import classes from './decided-data.module.css';
import { Fact, FactList } from '../interface/values/fact-list';
import { hasCurrency } from '../interface/values/readable-number';
import { MomentText } from '../time/moment-text';
import { pathTo } from '../interface/values/revealing';
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
      <Answers answers={answers} path="/result" />
    </div>
  );
}

/** Answers with their labels, one below the other. */
export function Answers({ answers, path }: { answers: readonly Answer[]; path?: string | undefined }) {
  const besideCurrency = hasCurrency(Object.fromEntries(answers.map(({ key }) => [key, null])));
  return (
    <FactList>
      {answers.map(({ key, label, value }) => (
        <Fact key={key} name={label}>
          <AnswerValue value={value} name={key} besideCurrency={besideCurrency} path={pathTo(path, key)} />
        </Fact>
      ))}
    </FactList>
  );
}

interface AnswerValueProps {
  value: Described;
  name: string;
  besideCurrency: boolean;
  path: string | undefined;
}

function AnswerValue({ value, ...rest }: AnswerValueProps) {
  switch (value.kind) {
    case 'moment':
      return <MomentText at={value.at} />;
    case 'fields':
      return value.fields.length === 0 ? (
        <ContextValue value={null} />
      ) : (
        <Answers answers={value.fields} path={rest.path} />
      );
    case 'items':
      if (value.items.length === 0) return <ContextValue value={null} />;
      return (
        <ul className={classes.items}>
          {value.items.map((item, index) => (
            <li key={index}>
              <AnswerValue {...rest} value={item} path={pathTo(rest.path, index)} />
            </li>
          ))}
        </ul>
      );
    case 'plain':
      return <ContextValue {...rest} value={value.value} depth={1} asWritten />;
  }
}
