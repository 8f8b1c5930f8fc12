/** Faults of the type: permanent names, what happened, what to do. */
import type { Fault, Place } from '../fault.ts';

/** A character that no face of the house has. */
export function glyphMissing(character: string, where: { readonly slug: string; readonly place?: Place }): Fault {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    name: 'glyph-missing',
    exit: 1,
    severity: 'error',
    message: `No font has the character “${character}” (U+${code}) in “${where.slug}”.`,
    hint: 'Replace it by another character, or draw it as a picture.',
    zh: {
      message: `“${where.slug}”里的“${character}”（U+${code}）字库里没有。`,
      hint: '请换一个字，或造字后作为图片排。',
    },
    ...(where.place && { place: where.place }),
  };
}

/** A font file that is not where it was installed, or is no font. */
export function fontMissing(module: string): Fault {
  return {
    name: 'font-missing',
    exit: 3,
    severity: 'error',
    message: `The font package ${packageOf(module)} is not installed, or its files are damaged.`,
    hint: 'Run `npm ci` in the folder of the program.',
    zh: { message: `字体包 ${packageOf(module)} 没有装，或文件坏了。`, hint: '请在程序文件夹里运行 `npm ci`。' },
  };
}

const packageOf = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
