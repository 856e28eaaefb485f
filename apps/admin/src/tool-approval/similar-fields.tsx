import { Checkbox, Group, Radio } from '@mantine/core';
import { useState } from 'react';
import { MomentField } from '../time/moment-field';
import { fromLocalDateTime, toLocalDateTime } from '../time/moment-values';
import type { Choice } from './choices';
import { endOf, type Period, periods } from './similar-periods';
import { similarWords } from './similar.words';
import classes from './tool-approval.module.css';

type Similar = NonNullable<Choice['allow_similar']>;

export interface SimilarFieldsProps {
  agent: string;
  tool: string;
  /** The names of the call's arguments. */
  names: readonly string[];
  value: Similar;
  onChange: (value: Similar) => void;
}

/** Until when, and which arguments must stay the same. */
export function SimilarFields({ agent, tool, names, value, onChange }: SimilarFieldsProps) {
  const [period, setPeriod] = useState<Period>(() =>
    value.until === endOf('today', new Date()) ? 'today' : 'custom',
  );
  const choose = (next: Period): void => {
    setPeriod(next);
    onChange({ ...value, until: endOf(next, new Date()) ?? value.until });
  };
  return (
    <div className={classes.similar}>
      <Radio.Group label="Until" value={period} onChange={(next) => choose(next)}>
        <Group gap="md" mt={6}>
          {Object.entries(periods).map(([name, label]) => (
            <Radio key={name} value={name} label={label} />
          ))}
        </Group>
      </Radio.Group>
      {period === 'custom' && (
        <MomentField
          label="Date and time"
          description="At most 90 days ahead."
          value={toLocalDateTime(value.until)}
          onChange={(local) => onChange({ ...value, until: fromLocalDateTime(local) ?? '' })}
        />
      )}
      {names.length > 0 && (
        <Checkbox.Group
          label="These arguments must stay the same"
          value={value.by}
          onChange={(by) => onChange({ ...value, by })}
        >
          <Group gap="md" mt={6}>
            {names.map((name) => (
              <Checkbox key={name} value={name} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <p className={classes.summary}>{similarWords({ agent, tool, names, ...value })}</p>
    </div>
  );
}
