import { Router } from 'express';
import { SandboxContext } from '../sandboxContext';
import { Fields } from './Fields';

/** Routes for the clock and the times that things take. @internal */
export function clockRoutes({ clock, world, azure }: SandboxContext): Router {
  const router = Router();
  const state = () => ({
    now: clock.now(),
    isFrozen: clock.isFrozen,
    pendingTransitions: clock.pendingCount,
    timings: { ...world.timings, ...azure.timings },
  });

  router.get('/clock', (_request, response) => {
    response.json(state());
  });

  router.post('/clock/freeze', (request, response) => {
    clock.freeze(new Fields(request.body ?? {}).optionalNumber('at'));
    response.json(state());
  });

  router.post('/clock/advance', (request, response) => {
    clock.advance(new Fields(request.body).number('milliseconds'));
    response.json(state());
  });

  router.post('/clock/reset', (_request, response) => {
    clock.reset();
    response.json(state());
  });

  router.patch('/clock/timings', (request, response) => {
    const fields = new Fields(request.body);
    for (const timings of [world.timings, azure.timings]) {
      for (const name of Object.keys(timings)) {
        const value = fields.optionalNumber(name);
        if (value !== undefined) Object.assign(timings, { [name]: value });
      }
    }
    response.json(state());
  });

  return router;
}
