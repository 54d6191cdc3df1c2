import { AzureWorld } from '../azureWorld';
import { World } from '../world';
import { DeploymentStep } from '../git/web/DeploymentReader';
import { ApplyState } from './ApplyState';
import { describeRecords } from './externalDns/describeRecords';
import { DnsSource } from './externalDns/DnsSource';
import {
  ControllerIdentity,
  controllerScope,
} from './kubernetes/controllerScope';
import { ClusterBackend } from './kubernetes/ClusterBackend';
import { describeIngressGroup } from './kubernetes/describeIngressGroup';
import { groupOf, IngressGroup, memberOf } from './kubernetes/IngressGroup';
import { ClusterRoute } from './kubernetes/ClusterRoute';
import { KubernetesIngress } from './kubernetes/KubernetesIngress';
import { KubernetesService } from './kubernetes/KubernetesService';
import { StepRecorder } from './StepRecorder';
import { DeploymentTarget } from './types';
import { WaitingError } from './WaitingError';

/**
 * A Service of type LoadBalancer with the name of its load balancer, once there is one.
 * @internal
 */
export interface ClusterEntrance {
  service: KubernetesService;
  dnsName: () => string | undefined;
}

/**
 * What one repository brings into a cluster, as far as its controllers look at it together with what others bring.
 * @internal
 */
export interface ClusterPart {
  target: DeploymentTarget;
  /** Those of the AWS Load Balancer Controller. */
  ingresses: KubernetesIngress[];
  /** Services of any type. */
  backends: ClusterBackend[];
  /** Services of type LoadBalancer, which may be the entrance of routes. */
  entrances: ClusterEntrance[];
  /** Routes of ingress-nginx and of the Gateway API. */
  routes: ClusterRoute[];
  /** What external-dns looks at, as it is when the load balancers are there. */
  dnsSources: (cluster: ClusterAddresses) => DnsSource[];
  /** The service account of the AWS Load Balancer Controller, where the repository has it. */
  controllerIdentity?: ControllerIdentity;
}

/**
 * The addresses that a cluster's controllers have written into the status of Ingresses.
 * @internal
 */
export interface ClusterAddresses {
  /** The host name of the load balancer of an Ingress. */
  addressOf(ingress: KubernetesIngress): string | undefined;
  /** The Service through which a route leads. */
  entranceOf(route: ClusterRoute): ClusterEntrance | undefined;
}

/**
 * One cluster with what all repositories that are deployed to it bring: Ingresses of several repositories may share one load
 * balancer, and external-dns sees them all.
 * @internal
 */
export class Cluster implements ClusterAddresses {
  readonly #world: World;
  readonly #state: ApplyState;
  readonly #parts = new Map<string, ClusterPart>();
  readonly #untold = new Map<string, DeploymentStep[]>();

  constructor(options: {
    world: World;
    azure: AzureWorld;
    target: DeploymentTarget;
  }) {
    this.#world = options.world;
    this.#state = new ApplyState(options);
  }

  /** Takes what a repository brings now in the place of what it brought before. */
  take(repository: string, part: ClusterPart): void {
    this.#parts.set(repository, part);
  }

  /**
   * Lets the cluster's controllers look at everything again.
   *
   * @param steps - gets the steps that concern the repository
   */
  reconcile(repository: string, steps: StepRecorder): void {
    for (const { address, message } of this.#untold.get(repository) ?? []) {
      steps.applied(address, message);
    }
    this.#untold.delete(repository);
    this.#state.begin(steps);
    for (const group of this.#groups(repository, steps)) {
      const owners = this.#ownersOf(group);
      this.#tell(owners, { repository, steps }, recorder =>
        this.#reconcileGroup(group, recorder),
      );
    }
    for (const [owner, { routes }] of this.#parts) {
      for (const route of routes) {
        this.#tell([owner], { repository, steps }, recorder =>
          this.#reconcileRoute(route, recorder),
        );
      }
    }
    this.#reconcileRecords(steps);
    this.#state.finish();
  }

  /** {@inheritDoc ClusterAddresses.addressOf} */
  addressOf(ingress: KubernetesIngress): string | undefined {
    const address = addressOfGroup(groupOf(ingress));
    const attributes = this.#state.find(address);
    return attributes && String(attributes.dns_name);
  }

  /** {@inheritDoc ClusterAddresses.entranceOf} */
  entranceOf(route: ClusterRoute): ClusterEntrance | undefined {
    return [...this.#parts.values()]
      .flatMap(part => part.entrances)
      .find(({ service }) => route.isEntrance(service));
  }

  /** ARNs of the load balancers that a repository's Ingresses stand behind. */
  loadBalancersOf(repository: string): string[] {
    const own = this.#parts.get(repository)?.ingresses ?? [];
    const arns = own.map(
      ingress => this.#state.find(addressOfGroup(groupOf(ingress)))?.id,
    );
    return [...new Set(arns)].filter(arn => typeof arn === 'string');
  }

  // An Ingress whose group has no valid name is in none, and the others go on without it.
  #groups(repository: string, steps: StepRecorder): IngressGroup[] {
    const groups = new Map<string, IngressGroup>();
    for (const [owner, { ingresses }] of this.#parts) {
      for (const ingress of ingresses) {
        const address = `Ingress ${ingress.namespace}/${ingress.name}`;
        const recorder = owner === repository ? steps : new StepRecorder();
        recorder.record(address, () => {
          const empty = groupOf(ingress);
          const group = groups.get(empty.id) ?? empty;
          group.members.push(memberOf(ingress));
          groups.set(group.id, group);
        });
      }
    }
    return [...groups.values()];
  }

  #ownersOf({ members }: IngressGroup): string[] {
    return [...this.#parts]
      .filter(([, { ingresses }]) =>
        members.some(({ ingress }) => ingresses.includes(ingress)),
      )
      .map(([owner]) => owner);
  }

  // What works now for another repository is told when that one is looked at again.
  #tell(
    owners: string[],
    { repository, steps }: { repository: string; steps: StepRecorder },
    reconcile: (recorder: StepRecorder) => void,
  ): void {
    const recorder = owners.includes(repository) ? steps : new StepRecorder();
    this.#state.recordTo(recorder);
    reconcile(recorder);
    this.#state.recordTo(steps);
    if (recorder === steps) return;
    const applied = recorder.steps.filter(({ state }) => state === 'applied');
    for (const owner of owners) {
      const known = this.#untold.get(owner) ?? [];
      this.#untold.set(owner, [...known, ...applied]);
    }
  }

  #reconcileGroup(group: IngressGroup, steps: StepRecorder): void {
    const address = addressOfGroup(group);
    const { target } = this.#partOf(group);
    steps.record(address, () => {
      try {
        const backends = [...this.#parts.values()].flatMap(
          part => part.backends,
        );
        this.#state.apply({
          address,
          type: 'kubernetes_ingress_group',
          args: describeIngressGroup(group, backends, target),
          scope: controllerScope(
            target,
            this.#controllerIdentity(),
            this.#world,
          ),
        });
      } catch (error) {
        this.#state.keepBelow(address);
        throw error;
      }
    });
  }

  #reconcileRoute(route: ClusterRoute, steps: StepRecorder): void {
    const { resource, hosts, services, entrance } = route;
    const address = `Route ${resource}`;
    steps.record(address, () => {
      const found = this.entranceOf(route);
      if (!found) {
        this.#state.keepBelow(address);
        throw new WaitingError(
          `Waits for a Service of type LoadBalancer for ${entrance}`,
        );
      }
      const { namespace, name } = found.service;
      this.#state.apply({
        address,
        type: 'kubernetes_route',
        args: {
          resource,
          hosts,
          services,
          address: `Service ${namespace}/${name} of ${entrance}`,
        },
        scope: { accountId: '', region: '' },
      });
    });
  }

  #reconcileRecords(steps: StepRecorder): void {
    const sources = [...this.#parts.values()].flatMap(part =>
      part.target.externalDns
        ? part
            .dnsSources(this)
            .map(source => ({ source, settings: part.target.externalDns }))
        : [],
    );
    for (const { source, settings } of sources) {
      if (!settings) continue;
      for (const record of describeRecords(source, settings)) {
        steps.record(record.address, () => this.#state.apply(record));
      }
    }
  }

  #partOf({ members }: IngressGroup): ClusterPart {
    const [first] = members;
    const found = [...this.#parts.values()].find(({ ingresses }) =>
      ingresses.includes(first.ingress),
    );
    // Groups are made of what the parts bring.
    return found ?? [...this.#parts.values()][0];
  }

  #controllerIdentity(): ControllerIdentity | undefined {
    return [...this.#parts.values()]
      .map(part => part.controllerIdentity)
      .find(Boolean);
  }
}

function addressOfGroup({ id, namespace }: IngressGroup): string {
  return namespace ? `Ingress ${id}` : `IngressGroup ${id}`;
}
