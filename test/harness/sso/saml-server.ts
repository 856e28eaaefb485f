import { createServer, type Server } from 'node:http';
import express from 'express';
import samlp from 'samlp';
import { newSamlKeyPair, type SamlKeyPair } from '@orkestra/tenancy';

interface SamlPerson {
  id: string;
  email: string;
  name: string;
}

export interface SamlServer {
  entityId: string;
  metadataUrl: string;
  /** By which it signs. */
  pair: SamlKeyPair;
  /** Where it sends its forms: set it once the connection is there. */
  acsUrl: string;
  /** Who is signed in there; may be changed at any time. */
  current: SamlPerson;
  /** How it answers, as `samlp` has it; may be changed at any time. */
  answers: Record<string, unknown>;
  /** By which it signs, as PEM. */
  certificate: string;
  /** From now on it signs by another key, and its metadata names that alone. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A real SAML identity provider, at which somebody is always signed in already.
 * @param host by which browsers know it
 */
export async function startSamlServer(port: number, host = '127.0.0.1'): Promise<SamlServer> {
  const base = `http://${host}:${port}`;
  const issuer = `${base}/entity`;
  const idp = { entityId: issuer, metadataUrl: `${base}/metadata`, answers: {} } as SamlServer;
  idp.changeKey = async () => {
    idp.pair = await newSamlKeyPair(new Date());
    idp.certificate = idp.pair.certificate;
  };
  idp.pair = await newSamlKeyPair(new Date());
  idp.certificate = idp.pair.certificate;
  const app = express();
  app.get('/metadata', (request, response, next) => {
    const endpoints = { redirectEndpointPath: '/saml', postEndpointPath: '/saml' };
    void samlp.metadata({ issuer, cert: idp.pair.certificate, ...endpoints })(request, response, next);
  });
  app.get('/saml', (request, response, next) => {
    const { id, email, name } = idp.current;
    Object.assign(request, {
      user: { id, displayName: name, name: { givenName: name, familyName: '' }, emails: [{ value: email }] },
    });
    const options = {
      ...{ issuer, cert: idp.pair.certificate, key: idp.pair.privateKey },
      ...{ destination: idp.acsUrl, recipient: idp.acsUrl },
      getPostURL: (...[, , , done]: Parameters<Parameters<typeof samlp.auth>[0]['getPostURL']>) =>
        done(null, idp.acsUrl),
      ...idp.answers,
    };
    void samlp.auth(options)(request, response, next);
  });
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  idp.close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return idp;
}
