import { useQuery } from '@apollo/client/react';
import { Code } from '@mantine/core';
import { ErrorText } from '../errors/error-text';
import { readApiError } from '../errors/api-error';
import type { TemplateChoice } from './template-choice';
import { TemplateVariables } from './template-operations';
import classes from './message-templates.module.css';

/** What a template of the kind can name. */
export function TemplateVariableList({ choice: { kind, language } }: { choice: TemplateChoice }) {
  const { data, error } = useQuery(TemplateVariables, { variables: { kind, language } });
  return (
    <details>
      <summary>Variables</summary>
      {error && <ErrorText>{readApiError(error).message}</ErrorText>}
      <table className={classes.variables}>
        <thead>
          <tr>
            <th scope="col">Variable</th>
            <th scope="col">What it is</th>
            <th scope="col">In the preview</th>
          </tr>
        </thead>
        <tbody>
          {data?.messageTemplateVariables.map(({ name, meaning, example }) => (
            <tr key={name}>
              <th scope="row">
                <Code>{name}</Code>
              </th>
              <td>{meaning.replaceAll('`', '')}</td>
              <td>{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
