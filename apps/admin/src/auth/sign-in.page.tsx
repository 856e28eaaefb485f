import { Text, Title } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { Mark } from '../interface/mark';
import { safeReturnPath } from './return-path';
import { SignInForm } from './sign-in-form';
import classes from './sign-in.module.css';

/** The only page without a session. Afterwards it leads back to where the person wanted to go. */
export function SignInPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const expired = params.get('ended') === '1';
  return (
    <div className={classes.page}>
      <title>Sign in · Orkestra</title>
      <aside className={classes.aside} aria-label="About Orkestra">
        <Mark size={34} />
        <p className={classes.promise}>Where agents hand over, people decide.</p>
        <p className={classes.detail}>
          Every decision resumes its workflow exactly once. Nothing is lost on the way.
        </p>
      </aside>
      <main className={classes.main}>
        <div className={classes.card}>
          <Title order={1} size="h2">
            Sign in
          </Title>
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {expired
              ? 'Your session has ended. Sign in to continue where you were.'
              : 'Use the account of your workspace.'}
          </Text>
          <SignInForm
            onSignedIn={() => void navigate(safeReturnPath(params.get('next')), { replace: true })}
          />
        </div>
      </main>
    </div>
  );
}
