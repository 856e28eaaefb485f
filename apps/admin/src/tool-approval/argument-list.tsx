import { Text } from '@mantine/core';
import { Fact, FactList } from '../interface/values/fact-list';
import { isRecord } from '../interface/values/is-record';
import { ArgumentValue } from './argument-value';
import classes from './tool-approval.module.css';
import { visibleText } from '../interface/values/visible-text';

/** The arguments of a call, by their own names; with `whole` nothing is cut. */
export function ArgumentList({ value, whole }: { value: unknown; whole: boolean }) {
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Without arguments
      </Text>
    );
  }
  return (
    <div className={classes.arguments}>
      <FactList>
        {entries.map(([name, argument]) => (
          <Fact key={name} name={visibleText(name)}>
            <ArgumentValue value={argument} whole={whole} />
          </Fact>
        ))}
      </FactList>
    </div>
  );
}
