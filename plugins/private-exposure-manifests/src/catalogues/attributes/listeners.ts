import { AttributeSpec } from '../types';

/** Attributes of a Network Load Balancer's listener; for TCP alone (Elastic Load Balancing API, ListenerAttribute). @internal */
export const networkListenerAttributes = [
  {
    key: 'tcp.idle_timeout.seconds',
    type: 'integer',
    default: '350',
    range: [60, 6000],
  },
] as const satisfies readonly AttributeSpec[];

/** Attributes of an Application Load Balancer's listener (Elastic Load Balancing API, ListenerAttribute). @internal */
export const applicationListenerAttributes = [
  {
    key: 'routing.http.response.server.enabled',
    type: 'boolean',
    default: 'true',
  },
  { key: 'routing.http.request.<header>.header_name', type: 'string' },
  { key: 'routing.http.response.<header>.header_value', type: 'string' },
] as const satisfies readonly AttributeSpec[];
