import { knownKeys } from '../../linter/KnownAnnotations';
import { asPatch, asValues, CorrectFiles } from './CorrectFiles';

const SERVICE = 'service.beta.kubernetes.io/';
const ALB = 'alb.ingress.kubernetes.io/';

const removals = (start: string) =>
  knownKeys.filter(key => key.startsWith(start)).map(key => `${key}: null`);

/** Files that are laid over others: what they leave out is there, or is not, in another file. @internal */
export const overlays: CorrectFiles[] = [
  {
    what: 'a patch that takes annotations of a Service away',
    files: asPatch(removals(SERVICE)),
  },
  {
    what: 'a patch that takes annotations of an Ingress away',
    files: asPatch(removals(ALB), 'Ingress'),
  },
  {
    what: 'values that take annotations of an Ingress away',
    files: asValues(removals(ALB), 'ingress'),
  },
  {
    what: 'values that take annotations of a Service away',
    files: asValues(removals(SERVICE)),
  },
  {
    what: 'a timeout whose interval the base has',
    files: {
      'patch.yaml': asPatch(
        [`${ALB}healthcheck-timeout-seconds: "20"`],
        'Ingress',
      ),
      'values.yaml': asValues(
        [`${ALB}healthcheck-timeout-seconds: "20"`],
        'ingress',
      ),
    },
  },
  {
    what: 'codes of gRPC whose protocol version the base has',
    files: {
      'patch.yaml': asPatch([`${ALB}success-codes: "0"`], 'Ingress'),
      'values.yaml': asValues([`${ALB}success-codes: "0-5"`], 'ingress'),
    },
  },
  {
    what: 'settings of a private link service that the base asks for',
    files: {
      'values.yaml': asValues([
        `${SERVICE}azure-pls-name: "payments"`,
        `${SERVICE}azure-pls-auto-approval: "0b9e2c1a-1111-4222-8333-444455556666"`,
      ]),
      'patch.yaml': asPatch([
        `${SERVICE}azure-pls-name: "payments"`,
        `${SERVICE}azure-pls-auto-approval: "0b9e2c1a-1111-4222-8333-444455556666"`,
      ]),
    },
  },
  {
    what: 'TLS ports whose certificate the base has',
    files: asValues([`${SERVICE}aws-load-balancer-ssl-ports: "443"`]),
  },
  {
    what: 'a redirect whose listeners the base has',
    files: asPatch([`${ALB}ssl-redirect: "443"`], 'Ingress'),
  },
];
