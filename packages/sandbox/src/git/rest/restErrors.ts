import { ErrorRequestHandler } from 'express';
import { isError } from '@backstage/errors';

const STATUS: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  InputError: 422,
  PayloadTooLargeError: 413,
  SyntaxError: 400,
};

/**
 * Answers errors in the form that GitHub's API has.
 * @internal
 */
export function createRestErrorHandler(): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = isError(error) ? STATUS[error.name] ?? 500 : 500;
    const message = isError(error) ? error.message : String(error);
    response.status(status).json({
      message: status === 404 ? 'Not Found' : message,
      ...(status === 422 && {
        message: 'Validation Failed',
        errors: [{ code: 'custom', message }],
      }),
      ...(status === 404 && { detail: message }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    });
  };
}
