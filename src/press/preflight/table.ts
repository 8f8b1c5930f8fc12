/** Every rule of the preflight, one row each: name, severity, source, number. */
import type { Rule } from './rule.ts';
import { COLOUR_RULES } from './rules/colour.ts';
import { FILE_RULES } from './rules/file.ts';
import { FONT_RULES } from './rules/fonts.ts';
import { PAGE_RULES } from './rules/page.ts';
import { PICTURE_RULES } from './rules/pictures.ts';

/** In the order of the report. */
export const RULES: readonly Rule[] = [...FILE_RULES, ...PAGE_RULES, ...FONT_RULES, ...COLOUR_RULES, ...PICTURE_RULES];
