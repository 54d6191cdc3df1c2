import { Router } from 'express';
import { FaultEffect } from '../faults';
import { SandboxContext } from '../sandboxContext';
import { Fields } from './Fields';

function readEffect(fields: Fields): FaultEffect {
  const type = fields.oneOf('type', [
    'error',
    'timeout',
    'reset',
    'failed-page',
    'state-word',
    'token-on-every-page',
    'unsuccessful',
  ]);
  const code = fields.optionalText('code');
  const message = fields.optionalText('message');
  const status = fields.optionalNumber('status');
  switch (type) {
    case 'error':
      return { type, code: code ?? fields.text('code'), message, status };
    case 'failed-page':
      return { type, page: fields.number('page'), code, status };
    case 'state-word':
      return { type, word: fields.text('word') };
    case 'unsuccessful':
      return { type, code, message };
    default:
      return { type };
  }
}

/** Routes for injected faults and the throttle. @internal */
export function faultRoutes({ faults, throttle }: SandboxContext): Router {
  const router = Router();

  router.get('/faults', (_request, response) => {
    response.json({ faults: faults.list() });
  });

  router.post('/faults', (request, response) => {
    const fields = new Fields(request.body);
    const cloud = fields.names().includes('cloud')
      ? fields.oneOf('cloud', ['aws', 'azure'])
      : undefined;
    const fault = faults.inject({
      cloud,
      service: fields.optionalText('service'),
      action: fields.optionalText('action'),
      accountId: fields.optionalText('accountId'),
      region: fields.optionalText('region'),
      times: fields.optionalNumber('times'),
      afterEffect: fields.optionalBoolean('afterEffect'),
      effect: readEffect(fields.object('effect')),
    });
    response.status(201).json(fault);
  });

  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });

  router.delete('/faults/:id', (request, response) => {
    faults.clear(request.params.id);
    response.status(204).end();
  });

  router.get('/throttle', (_request, response) => {
    response.json({ rules: throttle.listRules() });
  });

  router.put('/throttle', (request, response) => {
    throttle.setRules(
      new Fields(request.body).list('rules').map(rule => ({
        service: rule.optionalText('service'),
        action: rule.optionalText('action'),
        accountId: rule.optionalText('accountId'),
        capacity: rule.number('capacity'),
        refillPerSecond: rule.number('refillPerSecond'),
      })),
    );
    response.json({ rules: throttle.listRules() });
  });

  return router;
}
