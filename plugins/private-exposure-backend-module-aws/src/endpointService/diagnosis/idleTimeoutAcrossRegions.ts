import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A service that is offered to other regions has a listener with an idle timeout of its own, which PrivateLink across
 * regions does not take (AWS PrivateLink guide, "Create an endpoint service").
 *
 * @internal
 */
export const idleTimeoutAcrossRegions: DiagnosisRule = {
  id: 'aws/idle-timeout-across-regions',
  severity: 'error',
  breaksTraffic: true,
  check: ({ service, loadBalancers }) =>
    service.remoteRegions.length === 0
      ? []
      : loadBalancers.flatMap(({ arn, name, listeners }) =>
          (seenOr(listeners) ?? []).flatMap(
            ({ port, protocol, customIdleTimeout }) => {
              const seconds = seenOr(customIdleTimeout);
              if (seconds === undefined) return [];
              return {
                message: `Listener ${protocol} ${port} of '${name}' has an idle timeout of ${seconds} seconds, and the service is offered to other regions, which does not go together`,
                remedy:
                  'Set the idle timeout back to 350 seconds and have clients send keep-alives, or withdraw the other regions.',
                hopId: hopIds.loadBalancer(arn),
                evidence: toFacts({
                  'Other regions': service.remoteRegions,
                  'tcp.idle_timeout.seconds': seconds,
                }),
              };
            },
          ),
        ),
};
