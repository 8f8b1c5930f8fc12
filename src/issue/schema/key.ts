/** Keys of what the desk may write: what each one means, in English and in Chinese, beside its kind of value. */
import * as z from 'zod';
import type { Phrase } from '../../fault.ts';
import { bothOf, want, whole } from '../values.ts';

/** Describes a key and makes it optional. */
export const may = <Schema extends z.ZodType>(schema: Schema, english: string, chinese: string) =>
  schema.optional().meta({ description: want(english, chinese) });

/** Describes a key that must be there. */
export const must = <Schema extends z.ZodType>(schema: Schema, english: string, chinese: string) =>
  schema.meta({ description: want(english, chinese) });

/** What a key means; empty for a schema that is no key’s. */
export const meaningOf = (schema: z.ZodType): Phrase => bothOf(z.globalRegistry.get(schema)?.description ?? '');

/** The highest number of a page. */
export const PAGE = 999;

/** The number of a page. */
export const page = () => whole(1, PAGE);
