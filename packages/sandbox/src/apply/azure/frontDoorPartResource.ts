import {
  ArmProperties,
  FrontDoorPart,
  FrontDoorPartKind,
  OriginPrivateLink,
} from '../../azureWorld';
import { Args, requiredString } from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';

/** How a Terraform type says a part of a Front Door. @internal */
export interface FrontDoorPartForm {
  kind: FrontDoorPartKind;
  /** The argument with the id of what the part lies in. */
  parent: string;
  /** What Azure is told of it. */
  read(args: Args): ArmProperties;
  /** For origins. */
  readPrivateLink?(args: Args): OriginPrivateLink | undefined;
  /** What others may refer to, beside the id. */
  attributes?(part: FrontDoorPart): Args;
}

/**
 * A Terraform type whose resources are parts of a Front Door.
 * @internal
 */
export function createPartResource(form: FrontDoorPartForm): ResourceHandler {
  const attributesOf = (part: FrontDoorPart, args: Args): Args => ({
    ...args,
    id: part.id,
    ...form.attributes?.(part),
  });
  const put: ResourceHandler['create'] = (args, { azure }) => {
    const part = azure.frontDoors.putPart({
      parentId: requiredString(args, form.parent),
      kind: form.kind,
      name: requiredString(args, 'name'),
      properties: form.read(args),
    });
    if (form.readPrivateLink) {
      azure.frontDoors.linkOrigin(part, form.readPrivateLink(args));
    }
    return attributesOf(part, args);
  };
  return {
    create: put,

    read({ args, attributes }, { azure }) {
      const part = azure.frontDoors.findPart(requiredString(attributes, 'id'));
      return part && attributesOf(part, args);
    },

    update({ args: before }, args, context) {
      const isSame = (name: string) => before[name] === args[name];
      return isSame('name') && isSame(form.parent)
        ? put(args, context)
        : undefined;
    },

    destroy({ attributes }, { azure }) {
      const id = requiredString(attributes, 'id');
      if (azure.frontDoors.findPart(id)) azure.frontDoors.deletePart(id);
    },
  };
}
