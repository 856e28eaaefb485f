import { Alert, Anchor, Loader, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { authStep, failureText, type SignInStep } from './auth-api';
import { FailureAlert } from './failure-alert';
import { LinkForm, type LinkView } from './link-form';
import { SecondFactorForm } from './second-factor-form';
import { SignInFrame } from './sign-in-frame';

/** Where a link of an invitation or for a new password leads. Its secret stands behind the `#`, which no server sees. */
export function LinkPage() {
  const navigate = useNavigate();
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '');
  const [link, setLink] = useState<LinkView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [step, setStep] = useState<SignInStep | null>(null);
  useEffect(() => {
    // Out of the address bar and the history, before anybody looks over a shoulder.
    window.history.replaceState(window.history.state, '', '/link');
    authStep<LinkView>('link/look', { token }).then(setLink, (error: unknown) =>
      setFailure(failureText(error)),
    );
  }, [token]);
  const onStep = (next: SignInStep): void => {
    if ('signedIn' in next) void navigate('/inbox', { replace: true });
    else setStep(next);
  };
  if (step !== null && 'ticket' in step) {
    return (
      <SignInFrame title="Prove it is you" intro="The password is set. One more step.">
        <SecondFactorForm step={step} onStep={onStep} onBack={() => void navigate('/sign-in')} />
      </SignInFrame>
    );
  }
  if (link !== null) {
    const invited = link.purpose !== 'password-reset';
    const intro = `${link.email} in ${link.tenant.name}`;
    return (
      <SignInFrame title={invited ? 'Welcome to Orkestra' : 'Set a new password'} intro={intro}>
        <LinkForm link={link} token={token} onStep={onStep} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title="Your link" intro="It is good for one use.">
      {failure === null ? <Loader aria-label="Looking at the link" /> : <Dead>{failure}</Dead>}
    </SignInFrame>
  );
}

function Dead({ children }: { children: string }) {
  return (
    <Stack gap="md">
      <FailureAlert>{children}</FailureAlert>
      <Alert variant="light">
        Invitations come from an administrator of your workspace. For a new password you can ask here
        yourself.
      </Alert>
      <Anchor component={Link} to="/forgot-password" size="sm">
        Set a new password
      </Anchor>
      <Anchor component={Link} to="/sign-in" size="sm">
        Sign in
      </Anchor>
    </Stack>
  );
}
