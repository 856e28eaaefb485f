import { Alert, Button, Text } from '@mantine/core';
import type { TemplatePartsFragment } from '../generated/graphql';
import { languageName } from '../notifications/language.words';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { TimeText } from '../time/time-text';
import type { TemplateChoice } from './template-choice';
import { kindLabel } from './template.words';

export interface OwnTemplatesProps {
  templates: TemplatePartsFragment['templates'];
  onChoose: (choice: TemplateChoice) => void;
}

/** The templates of the workspace's own, and which of them are broken. */
export function OwnTemplates({ templates, onChoose }: OwnTemplatesProps) {
  return (
    <Section title="Your own templates">
      {templates.length === 0 && (
        <p className={classes.empty}>There is none yet: the built-in ones go out.</p>
      )}
      <ul className={classes.rows} aria-label="Your own templates">
        {templates.map(({ channel, kind, language, updatedAt, updatedByName, problem, problemAt }) => (
          <li key={`${channel}/${kind}/${language}`} className={classes.row}>
            <div className={classes.rowMain}>
              <div className={classes.rowTitle}>
                {kindLabel(kind)} · {languageName(language)}
              </div>
              <div className={classes.rowText}>
                {updatedByName ?? 'Somebody who has left'} · <TimeText at={updatedAt} />
              </div>
              {problem !== null && (
                <Alert mt={6} py={8} color="red" variant="light" title="Broken: the built-in one goes out">
                  <Text size="xs">
                    {problem}
                    {problemAt !== null && (
                      <>
                        {' · '}
                        <TimeText at={problemAt} />
                      </>
                    )}
                  </Text>
                </Alert>
              )}
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={`Edit: ${kindLabel(kind)}, ${languageName(language)}`}
              onClick={() => onChoose({ channel, kind, language })}
            >
              Edit
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
