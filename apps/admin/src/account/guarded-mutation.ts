import { useMutation } from '@apollo/client/react';
import { createContext, useContext } from 'react';
import type { Guard } from './use-step-up';

/** Of the page around; without one nothing is asked. */
export const GuardContext = createContext<Guard>((work) => work());

/** As `useMutation`, for what changes how people sign in: asks for a proof where the last one is a while ago. */
export const useGuardedMutation: typeof useMutation = ((...given: Parameters<typeof useMutation>) => {
  const [run, result] = useMutation(...given);
  const guard = useContext(GuardContext);
  return [(...options: Parameters<typeof run>) => guard(() => run(...options)), result] as const;
}) as unknown as typeof useMutation;
