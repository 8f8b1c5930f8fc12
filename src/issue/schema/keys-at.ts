/** Which keys a schema allows where. */
import type * as z from 'zod';

/** The key of `allowed` below which `name` may stand, as `focus` does below `photos`; absent when there is none. */
export const holderOf = (name: string, allowed: readonly string[], schema: z.ZodType): string | undefined =>
  allowed.find((key) => keysAt(schema, [key]).includes(name) || keysAt(schema, [key, 0]).includes(name));

/** The keys that the schema allows at a path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: readonly SchemaPart[] = [schema as SchemaPart];
  for (const step of path) at = at.flatMap(open).flatMap((part) => inside(part, step));
  return at.flatMap(open).flatMap((part) => Object.keys(part.def.shape ?? {}));
}

interface SchemaPart {
  readonly def: {
    readonly shape?: Record<string, SchemaPart>;
    readonly innerType?: SchemaPart;
    readonly options?: readonly SchemaPart[];
    readonly in?: SchemaPart;
    readonly element?: SchemaPart;
    readonly valueType?: SchemaPart;
  };
}

/** Takes off optional, transform and union wrappings. */
function open(part: SchemaPart): readonly SchemaPart[] {
  const { innerType, options, in: input } = part.def;
  const inner = options ?? [innerType ?? input].filter((candidate) => candidate !== undefined);
  return inner.length > 0 ? inner.flatMap(open) : [part];
}

function inside(part: SchemaPart, step: PropertyKey): readonly SchemaPart[] {
  const { shape, element, valueType } = part.def;
  const next = shape ? shape[String(step)] : (element ?? valueType);
  return next ? [next] : [];
}
