import { Reflector } from '@nestjs/core';

/** Lets everybody in: sign-in and health, nothing else. */
export const Public = Reflector.createDecorator<void, true>({ transform: () => true });
