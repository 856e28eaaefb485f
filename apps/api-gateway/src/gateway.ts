import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Config,
  ignoreStraySignals,
  Logger,
  noticeStrangeProxies,
  SHUTDOWN_SIGNALS,
  trustedProxies,
} from '@orkestra/core';
import { RateLimits } from '@orkestra/tenancy';
import { json, type Request, urlencoded } from 'express';
import { AppModule } from './app.module';
import { adminApp } from './http/admin-app.middleware';
import { keepRawBody } from './chat/raw-body';
import { explainBodyErrors, refuseDeepBodies } from './http/body-error';
import { crossOriginRules } from './http/cross-origin-rules';
import { noteInexactNumber, refuseInexactNumbers } from './http/exact-body';
import { correlate } from './http/correlation.middleware';
import { Draining } from './http/draining.service';
import { logRequests } from './http/request-log.middleware';
import { refuseForeignOrigins } from './http/same-origin.middleware';
import { securityHeaders } from './http/security-headers.middleware';
import { limitTime } from './http/time-limit.middleware';
import { admitDirectories, scimBodies } from './scim/protocol/scim.middleware';
import { isUpload } from './tasks/attachments/multipart-file';
import { isExport } from './tenants/tenant.controller';

const LARGEST_BODY = 1024 * 1024;
const LARGEST_FORM = 256 * 1024;
const LONGEST_REQUEST_MS = 30_000;
/** For a file of 25 MB over a slow line. */
const LONGEST_UPLOAD_MS = 5 * 60_000;
const LONGEST_EXPORT_MS = 60 * 60_000;
/** Longer than the usual proxy's, so that the proxy is the one to close a connection. */
const KEEP_ALIVE_MS = 75_000;

/** The api-gateway, ready to listen. */
export async function createGateway(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
  });
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.disable('x-powered-by');
  // A digest of each answer, of which nobody keeps a copy; what may be kept has a tag of its own.
  app.disable('etag');
  app.set('trust proxy', trustedProxies(config.TRUSTED_PROXIES));
  if (config.CORS_ORIGINS.length > 0) app.enableCors(crossOriginRules(config));
  app.use(
    app.get(Draining).track,
    correlate,
    noticeStrangeProxies(logger.child('http')),
    logRequests(logger.child('http')),
    securityHeaders(config.PUBLIC_URL),
    limitTime(longest),
    refuseForeignOrigins(config),
    adminApp(config.ADMIN_DIST),
  );
  // Directories send forms, and so do the pages that links in mails open.
  const forms = urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 200 });
  app.use(['/api/v1/answers', '/api/v1/guest'], forms);
  app.use('/api/v1/auth/sso', urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 20 }));
  app.use('/slack', keepRawBody);
  app.use(
    admitDirectories(app.get(RateLimits)),
    scimBodies,
    json({ limit: LARGEST_BODY, verify: noteInexactNumber }),
    explainBodyErrors,
    refuseDeepBodies,
    refuseInexactNumbers('/graphql'),
  );
  const server = app.getHttpServer();
  server.requestTimeout = LONGEST_UPLOAD_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  app.enableShutdownHooks(SHUTDOWN_SIGNALS);
  ignoreStraySignals();
  return app;
}

function longest(request: Request): number {
  if (isExport(request)) return LONGEST_EXPORT_MS;
  return isUpload(request) ? LONGEST_UPLOAD_MS : LONGEST_REQUEST_MS;
}
