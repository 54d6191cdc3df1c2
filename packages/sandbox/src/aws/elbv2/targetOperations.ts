import {
  currentHealth,
  Target,
  TargetGroup,
  targetHealthStates,
  TargetInput,
} from '../../world';
import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/targetGroupShapes';

type WireTarget = ValueOf<typeof shapes.targetDescription>;

function toTargetInputs(targets: WireTarget[] | undefined): TargetInput[] {
  return required(targets, 'Targets').map(target => ({
    targetId: required(target.Id, 'Targets.Id'),
    port: target.Port,
    zone: target.AvailabilityZone,
  }));
}

function toHealth(
  group: TargetGroup,
  target: Target,
): ValueOf<typeof shapes.targetHealthDescription> {
  const { state, reason, description } = currentHealth(target);
  const { port } = group.healthCheck;
  return {
    Target: {
      Id: target.targetId,
      Port: target.port,
      AvailabilityZone: target.zoneName,
    },
    HealthCheckPort: port === 'traffic-port' ? String(target.port) : port,
    TargetHealth: { State: state, Reason: reason, Description: description },
  };
}

/** A target that was asked for, whether it is registered or not. */
function findOrUnused(group: TargetGroup, wanted: WireTarget): Target {
  const port = wanted.Port ?? group.port;
  const targetId = wanted.Id ?? '';
  const found = [...group.targets.values()].find(
    target => target.targetId === targetId && target.port === port,
  );
  return found ?? { targetId, port, health: targetHealthStates.notRegistered };
}

const register = operation(
  'RegisterTargets',
  { input: shapes.registerTargetsInput, output: shapes.registerTargetsOutput },
  ({ world, scope }, input) => {
    world.registerTargets(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
      toTargetInputs(input.Targets),
    );
    return {};
  },
);

const deregister = operation(
  'DeregisterTargets',
  {
    input: shapes.deregisterTargetsInput,
    output: shapes.deregisterTargetsOutput,
  },
  ({ world, scope }, input) => {
    world.targetGroups.deregisterTargets(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
      toTargetInputs(input.Targets),
    );
    return {};
  },
);

const describeHealth = operation(
  'DescribeTargetHealth',
  {
    input: shapes.describeTargetHealthInput,
    output: shapes.describeTargetHealthOutput,
  },
  ({ world, scope }, input) => {
    const group = world.targetGroups.getTargetGroup(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
    );
    const targets = input.Targets?.map(wanted =>
      findOrUnused(group, wanted),
    ) ?? [...group.targets.values()];
    return {
      TargetHealthDescriptions: targets.map(one => toHealth(group, one)),
    };
  },
);

/** Targets and their health. @internal */
export const targetOperations: Operation[] = [
  register,
  deregister,
  describeHealth,
];
