import type { Logger } from '@orkestra/core';
import { DomainError } from '@orkestra/core';
import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from '@modelcontextprotocol/server';
import { limitText } from './foreign-text';
import { toolFailure } from './tool-result';

/** For what is not there, and for what is somebody else's: nobody can tell one from the other. */
export function noSuchResource(uri: string): ProtocolError {
  const cause = 'There is no such resource, or it is not yours to see.';
  return new ResourceNotFoundError(limitText(uri, 1_000), `${cause} Check the URI against the lists.`);
}

export function invalidParams(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

/** Where the protocol has no answer for failures: an error in the words that a failed tool would have. */
export function protocolFailure(error: unknown, logger: Logger): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (!(error instanceof DomainError) || error.kind === 'unavailable')
    logger.failure({ err: error }, 'A request of the protocol failed');
  const [content] = toolFailure(error).content;
  return new ProtocolError(codeOf(error), content?.type === 'text' ? content.text : 'Internal error');
}

function codeOf(error: unknown): ProtocolErrorCode {
  if (!(error instanceof DomainError)) return ProtocolErrorCode.InternalError;
  if (error.kind === 'unavailable' || error.kind === 'limited') return ProtocolErrorCode.InternalError;
  return error.kind === 'forbidden' ? ProtocolErrorCode.InvalidRequest : ProtocolErrorCode.InvalidParams;
}
