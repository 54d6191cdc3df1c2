import { ForwardedError } from '@backstage/errors';
import { DefaultBranchChange, GitHost } from '../git/GitHost';
import { DeploymentReader, DeploymentStep } from '../git/web/DeploymentReader';
import { AzureWorld } from '../azureWorld';
import { World } from '../world';
import { ApplyState } from './ApplyState';
import { Cluster } from './Cluster';
import { BicepApply } from './bicep/BicepApply';
import { BicepFile, readBicepFiles } from './bicep/readBicepFiles';
import {
  CloudFormationTemplate,
  readTemplates,
} from './cloudformation/readTemplates';
import { CloudFormationApply } from './cloudformation/CloudFormationApply';
import { Manifest, readManifests } from './kubernetes/readManifests';
import { applyManifests } from './ManifestApply';
import { readSourceFiles } from './readSourceFiles';
import { StepRecorder } from './StepRecorder';
import { readTerraform, TerraformModule } from './terraform/readTerraform';
import { TerraformApply } from './terraform/TerraformApply';
import { DeploymentTarget } from './types';

/** How long an apply waits before it looks again for what was missing, in milliseconds. */
const RETRY_AFTER = 2000;

/**
 * What the latest apply of a repository came to.
 * @internal
 */
export interface Deployment {
  /** `owner/name`. */
  repository: string;
  commit: string;
  steps: DeploymentStep[];
}

interface Source {
  manifests: Manifest[];
  modules: TerraformModule[];
  templates: CloudFormationTemplate[];
  bicep: BicepFile[];
}

interface Current extends Deployment {
  source: Source;
}

/**
 * Deploys repositories: whenever a default branch moves, its manifests, Terraform, CloudFormation and
 * Bicep are applied to the world as the real controllers and pipelines would, and again later on the world's
 * clock for as long as something waits or fails.
 *
 * @internal
 */
export class Deployments implements DeploymentReader {
  readonly #world: World;
  readonly #azure: AzureWorld;
  readonly #host: GitHost;
  readonly #targets: ReadonlyMap<string, DeploymentTarget>;
  readonly #states = new Map<string, ApplyState>();
  readonly #clusters = new Map<string, Cluster>();
  readonly #current = new Map<string, Current>();
  readonly #history = new Map<string, DeploymentStep[]>();
  #work: Promise<void> = Promise.resolve();
  #unsubscribe: () => void = () => {};

  private constructor(options: {
    world: World;
    azure: AzureWorld;
    host: GitHost;
    targets: ReadonlyMap<string, DeploymentTarget>;
  }) {
    this.#world = options.world;
    this.#azure = options.azure;
    this.#host = options.host;
    this.#targets = options.targets;
  }

  /**
   * Starts to follow a host.
   *
   * @param options - `targets` says by `owner/name` where a repository goes; others go nowhere
   */
  static create(options: {
    world: World;
    azure: AzureWorld;
    host: GitHost;
    targets: ReadonlyMap<string, DeploymentTarget>;
  }) {
    const deployments = new Deployments(options);
    deployments.#unsubscribe = options.host.onDefaultBranchChange(change => {
      deployments.#work = deployments.#work.then(() =>
        deployments.#deploy(change),
      );
    });
    return deployments;
  }

  /** Resolves when every change so far has been applied once. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** Stops following the host. */
  stop() {
    this.#unsubscribe();
    this.#current.clear();
  }

  /** The latest deployment of each repository. */
  list(): Deployment[] {
    return [...this.#current.values()];
  }

  /** {@inheritDoc DeploymentReader.stepsOf} */
  stepsOf(repository: string, commit: string): DeploymentStep[] | undefined {
    return this.#history.get(`${repository}@${commit}`);
  }

  #stateOf(repository: string): ApplyState | undefined {
    const target = this.#targets.get(repository);
    if (!target) {
      return undefined;
    }
    const state =
      this.#states.get(repository) ??
      new ApplyState({ world: this.#world, azure: this.#azure, target });
    this.#states.set(repository, state);
    return state;
  }

  async #deploy({ repository, commit }: DefaultBranchChange) {
    if (!this.#targets.has(repository)) {
      return;
    }
    try {
      const source = await this.#read(repository, commit);
      this.#current.set(repository, { repository, commit, steps: [], source });
      this.#apply(repository, commit);
    } catch (error) {
      const message = new ForwardedError('The files could not be read', error)
        .message;
      const steps: DeploymentStep[] = [
        { state: 'failed', address: repository, message },
      ];
      this.#history.set(`${repository}@${commit}`, steps);
    }
  }

  async #read(repository: string, commit: string): Promise<Source> {
    const { git } = this.#host.repository(repository);
    const files = await readSourceFiles(git, commit);
    return {
      manifests: readManifests(files),
      modules: await readTerraform(files),
      templates: readTemplates(files),
      bicep: readBicepFiles(files),
    };
  }

  #apply(repository: string, commit: string) {
    const current = this.#current.get(repository);
    const target = this.#targets.get(repository);
    const state = this.#stateOf(repository);
    if (current?.commit !== commit || !target || !state) {
      return;
    }
    const steps = new StepRecorder();
    // This also runs on the clock, where an error that is not a step of its own would end the process.
    steps.record(repository, () =>
      this.#applySource(repository, current.source, { target, state, steps }),
    );
    current.steps = mergeSteps(current.steps, steps.steps);
    this.#history.set(`${repository}@${commit}`, current.steps);
    if (steps.steps.some(step => step.state !== 'applied')) {
      this.#world.clock.schedule(RETRY_AFTER, () =>
        this.#apply(repository, commit),
      );
    }
  }

  // Repositories of one cluster may share load balancers there.
  #clusterOf(target: DeploymentTarget): Cluster {
    const { accountId, region, cluster: name } = target;
    const key = `${accountId}/${region}/${name}`;
    const cluster =
      this.#clusters.get(key) ??
      new Cluster({ world: this.#world, azure: this.#azure, target });
    this.#clusters.set(key, cluster);
    return cluster;
  }

  #applySource(
    repository: string,
    source: Source,
    run: { target: DeploymentTarget; state: ApplyState; steps: StepRecorder },
  ) {
    const { state, steps } = run;
    state.begin(steps);
    const cluster = this.#clusterOf(run.target);
    const { manifests } = source;
    applyManifests({ ...run, repository, cluster, manifests });
    const options = { ...run, world: this.#world, azure: this.#azure };
    for (const module of source.modules) {
      new TerraformApply({ ...options, module }).run();
    }
    for (const template of source.templates) {
      new CloudFormationApply({
        ...options,
        template,
        cluster,
        repository,
      }).run();
    }
    for (const file of source.bicep) {
      new BicepApply({ ...run, file }).run();
    }
    state.finish();
  }
}

// A later round of the same commit says nothing about what it found done; a problem it no longer
// mentions is over.
function mergeSteps(
  before: DeploymentStep[],
  now: DeploymentStep[],
): DeploymentStep[] {
  const told = new Map(
    before
      .filter(step => step.state === 'applied')
      .map(step => [step.address, step]),
  );
  for (const step of now) {
    told.set(step.address, step);
  }
  return [...told.values()];
}
