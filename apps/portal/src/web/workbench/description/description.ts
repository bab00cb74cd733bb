/** What files are taken. */
export interface AttachmentLimits {
  readonly mediaTypes: Readonly<Record<string, readonly string[]>>;
  readonly bytesMax: number;
}

/** As much of JSON Schema 2020-12 as the services' descriptions use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  /** The aggregate of the same service whose id the text is (`idOf` of the kernel). */
  readonly 'x-id-of'?: string;
  /** The object tells of a file that can be downloaded. */
  readonly 'x-attachment'?: boolean;
  /** The text is the id of a file that was sent up: what it may be, by media type with the endings of its name, and how large. */
  readonly 'x-attachment-id'?: AttachmentLimits;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly operationId?: string;
  readonly 'x-roles'?: readonly string[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** What a service answers at `/openapi.json`, as far as the workbench reads it. */
export interface ServiceDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A command that people may give. */
export interface Command {
  /** As the aggregate names it: `setPlan`. */
  readonly name: string;
  /** The end of its address, `set-plan`; absent of the one that begins a document. */
  readonly act?: string;
  /** Who is let as far as the question whose document it is. */
  readonly roles: readonly string[];
  readonly input: Schema;
}

/** A collection of a service: what its documents look like, what they are found by, and what can be done with them. */
export interface Collection {
  readonly context: string;
  /** Its name in addresses: `exemption-votes`. */
  readonly collection: string;
  /** The name of the aggregate, or of the excerpt: `exemption-vote`, `publicised-applications`. */
  readonly aggregate: string;
  readonly document: Schema;
  readonly filters: readonly string[];
  /** By what it can be sorted, rising; each can be asked for falling, with `-` before it. */
  readonly sorts: readonly string[];
  readonly hasHistory: boolean;
  /** Whoever reads its documents says what for. */
  readonly isPersonal: boolean;
  readonly create?: Command;
  readonly commands: readonly Command[];
}

const json = (content: Content | undefined): Schema | undefined => content?.content?.['application/json']?.schema;

const parametersOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);

const wordsOfTheListRoute = ['limit', 'after', 'sort', 'count', 'purpose'];

/** `ExemptionVote` as addresses and events write it: `exemption-vote`. */
const kebab = (name: string): string => name.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const commandOf = ({ operationId = '', 'x-roles': roles = [], requestBody }: Operation, noun: string, act?: string): Command => ({
  name: operationId.slice(0, operationId.length - noun.length),
  ...(act === undefined ? {} : { act }),
  roles,
  input: json(requestBody) ?? {},
});

/** The collections of a service, in the order of its description. A list of anything but documents is none. */
export const collectionsOf = (context: string, { paths, components }: ServiceDescription): readonly Collection[] =>
  Object.entries(paths).flatMap(([path, operations]) => {
    const collection = /^\/v1\/([a-z0-9-]+)$/.exec(path)?.[1];
    const list = operations['get'];
    const reference = json(list?.responses['200'])?.properties?.['items']?.items?.$ref;
    if (collection === undefined || list === undefined || reference === undefined) return [];
    const noun = reference.slice(reference.lastIndexOf('/') + 1);
    const words = parametersOf(list);
    const sorts = list.parameters?.find(({ name }) => name === 'sort')?.schema?.enum ?? [];
    const commands = Object.entries(paths).flatMap(([each, { post }]) => {
      const act = each.startsWith(`${path}/{id}/`) ? each.slice(`${path}/{id}/`.length) : undefined;
      return act === undefined || post === undefined ? [] : [commandOf(post, noun, act)];
    });
    return [
      {
        context,
        collection,
        aggregate: kebab(noun),
        document: components.schemas[noun] ?? {},
        filters: words.filter((word) => !wordsOfTheListRoute.includes(word)),
        sorts: sorts.map(String).filter((word) => !word.startsWith('-')),
        hasHistory: paths[`${path}/{id}/history`] !== undefined,
        isPersonal: words.includes('purpose'),
        ...(operations['post'] ? { create: commandOf(operations['post'], noun) } : {}),
        commands,
      },
    ];
  });

/** The commands that someone with these roles may give; whose document it is, the service looks at. */
export const allowedTo = (roles: readonly string[], commands: readonly Command[]): readonly Command[] =>
  commands.filter((command) => command.roles.some((role) => roles.includes(role)));
