import { annotationRules } from './annotationRules';
import { serviceRules } from './serviceRules';

it('lists every rule about annotations, and none about Services alone', () => {
  expect(annotationRules).toEqual(
    serviceRules.filter(({ reads }) => reads !== 'service'),
  );
});
