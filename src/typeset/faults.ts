/** Faults of the type: permanent names, what happened, what to do. */
import type { Fault, Place } from '../fault.ts';

/**
 * Characters that no face of the house has.
 * @param characters one, or several of one line
 */
export function glyphMissing(characters: string, where: { readonly slug: string; readonly place?: Place }): Fault {
  const named = [...characters].map((character) => `“${character}” (U+${hexOf(character)})`);
  const many = named.length > 1;
  return {
    name: 'glyph-missing',
    exit: 1,
    severity: 'error',
    message: `No font has the ${many ? 'characters' : 'character'} ${named.join(', ')} in “${where.slug}”.`,
    hint: many
      ? 'Write it in other characters, or draw it as a picture.'
      : 'Replace it by another character, or draw it as a picture.',
    zh: {
      message: `“${where.slug}”里的${named.join('、').replaceAll(/ \((.*?)\)/g, '（$1）')}字库里没有。`,
      hint: many ? '请换别的字写，或造字后作为图片排。' : '请换一个字，或造字后作为图片排。',
    },
    ...(where.place && { place: where.place }),
  };
}

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

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
