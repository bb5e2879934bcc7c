import * as v from 'valibot';
import type { Field } from './report.ts';

/**
 * A block of keys as its schema has it, without the keys whose values are faulty: each of them is told to `tell` once.
 * Undefined when it is no block at all, which is told too.
 */
export function readObject<S extends v.GenericSchema<unknown, object>>(
  schema: S,
  raw: unknown,
  field: Field,
  tell: (field: Field, message: string) => void,
): Partial<v.InferOutput<S>> | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    tell(field, 'is not a block of keys. Write keys and values below it, one a line.');
    return undefined;
  }
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output as Partial<v.InferOutput<S>>;
  const faulty = new Set<unknown>();
  for (const issue of result.issues) {
    const key = issue.path?.[0]?.key;
    if (typeof key !== 'string' || faulty.has(key)) continue;
    faulty.add(key);
    tell([...field, key], issue.message);
  }
  const rest = Object.entries(result.output as object).filter(([key]) => !faulty.has(key));
  return Object.fromEntries(rest) as Partial<v.InferOutput<S>>;
}
