import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface';
import type { Config } from '@orkestra/core';

const HOUR_S = 3_600;

/** What pages of the named origins may do; browsers keep all others from reading an answer. */
export function crossOriginRules({ CORS_ORIGINS }: Pick<Config, 'CORS_ORIGINS'>): CorsOptions {
  return {
    origin: CORS_ORIGINS,
    credentials: true,
    methods: ['GET', 'POST', 'DELETE'],
    exposedHeaders: ['x-correlation-id', 'retry-after', 'content-disposition'],
    maxAge: HOUR_S,
  };
}
