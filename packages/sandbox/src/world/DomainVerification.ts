import { AwsFault } from './AwsFault';
import { DnsRecords } from './DnsRecords';
import { EndpointService, PrivateDnsConfiguration } from './types';
import { WorldContext } from './WorldContext';

/**
 * The proof that a private DNS name belongs to the owner of the service: a TXT
 * record with a token, at a label under the domain or at the domain itself.
 *
 * @public
 */
export class DomainVerification {
  readonly #context: WorldContext;
  readonly #dns: DnsRecords;

  constructor(context: WorldContext, dns: DnsRecords) {
    this.#context = context;
    this.#dns = dns;
  }

  /** A fresh configuration with a token of its own. */
  newConfiguration(dnsName: string): PrivateDnsConfiguration {
    const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
    if (!new RegExp(`^(\\*\\.)?${label}(\\.${label})+$`, 'i').test(dnsName)) {
      throw new AwsFault(
        'InvalidParameter',
        `The private DNS name '${dnsName}' is not a valid domain name`,
      );
    }
    return {
      dnsName,
      state: 'pendingVerification',
      name: `_${this.#context.ids.label(20)}`,
      value: `vpce:${this.#context.ids.token(20)}`,
    };
  }

  /** Full name of the TXT record that AWS looks for. */
  recordName(configuration: PrivateDnsConfiguration): string {
    return `${configuration.name}.${domainOf(configuration)}`;
  }

  /** Looks at the DNS after a while and sets `verified` or `failed`. */
  start(service: EndpointService): void {
    const configuration = service.privateDns;
    if (!configuration) {
      throw new AwsFault(
        'InvalidParameter',
        `The VPC endpoint service ${service.id} has no private DNS name to verify`,
      );
    }
    if (configuration.state === 'failed') {
      configuration.state = 'pendingVerification';
    }
    const { clock, timings } = this.#context;
    clock.schedule(timings.domainVerification, () => {
      if (service.privateDns !== configuration) return;
      configuration.state = this.#isPublished(configuration)
        ? 'verified'
        : 'failed';
      this.#context.announce('private-dns', service.id, configuration.state);
    });
  }

  #isPublished(configuration: PrivateDnsConfiguration): boolean {
    return [this.recordName(configuration), domainOf(configuration)].some(
      name => this.#dns.lookupTxt(name).includes(configuration.value),
    );
  }
}

function domainOf({ dnsName }: PrivateDnsConfiguration): string {
  return dnsName.replace(/^\*\./, '');
}
