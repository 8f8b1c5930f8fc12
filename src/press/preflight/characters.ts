/** Which fonts say their characters: by a ToUnicode map, or by the names and collections that ISO 32000-1, 9.10.2 knows. */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { asName, asText, dig, members } from './objects.ts';

/** True when a reader can tell the characters of a font's glyphs (ISO 32000-1, 9.10.2). */
export function saysCharacters(font: PDFObject): boolean {
  if (dig(font, 'ToUnicode') instanceof PDFRawStream) return true;
  return asName(dig(font, 'Subtype')) === 'Type0' ? isOfCollection(font) : isNamed(dig(font, 'Encoding'));
}

/** An encoding of a simple font that leads from every code to a name that is known. */
function isNamed(encoding: PDFObject | undefined): boolean {
  const base = asName(encoding) ?? asName(dig(encoding, 'BaseEncoding'));
  const named = members(dig(encoding, 'Differences')).flatMap((entry) => asName(entry) ?? []);
  const isKnown = named.every((name) => KNOWN.has(name));
  return isKnown && (named.length > 0 || (base !== undefined && PREDEFINED.has(base)));
}

/** A composite font whose codes or glyphs have their numbers from a public collection. */
function isOfCollection(font: PDFObject): boolean {
  const map = asName(dig(font, 'Encoding'));
  if (map !== undefined && !map.startsWith('Identity-')) return true;
  const [part] = members(dig(font, 'DescendantFonts'));
  const [registry, ordering] = ['Registry', 'Ordering'].map((key) => asText(dig(part, 'CIDSystemInfo', key)));
  return registry === 'Adobe' && COLLECTIONS.has(ordering ?? '');
}

const PREDEFINED = new Set(['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding']);

const COLLECTIONS = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1']);

/** Names of the Adobe standard Latin character set (ISO 32000-1, D.2) but for the letters A–Z and a–z. */
const LATIN = `
  Aacute aacute Acircumflex acircumflex acute Adieresis adieresis AE ae Agrave agrave ampersand Aring aring
  asciicircum asciitilde asterisk at Atilde atilde backslash bar braceleft braceright bracketleft bracketright breve
  brokenbar bullet caron Ccedilla ccedilla cedilla cent circumflex colon comma copyright currency dagger daggerdbl
  degree dieresis divide dollar dotaccent dotlessi Eacute eacute Ecircumflex ecircumflex Edieresis edieresis Egrave
  egrave eight ellipsis emdash endash equal Eth eth Euro exclam exclamdown fi five fl florin four fraction germandbls
  grave greater guillemotleft guillemotright guilsinglleft guilsinglright hungarumlaut hyphen Iacute iacute
  Icircumflex icircumflex Idieresis idieresis Igrave igrave less logicalnot Lslash lslash macron minus mu multiply
  nine Ntilde ntilde numbersign Oacute oacute Ocircumflex ocircumflex Odieresis odieresis OE oe ogonek Ograve ograve
  one onehalf onequarter onesuperior ordfeminine ordmasculine Oslash oslash Otilde otilde paragraph parenleft
  parenright percent period periodcentered perthousand plus plusminus question questiondown quotedbl quotedblbase
  quotedblleft quotedblright quoteleft quoteright quotesinglbase quotesingle registered ring Scaron scaron section
  semicolon seven six slash space sterling Thorn thorn three threequarters threesuperior tilde trademark two
  twosuperior Uacute uacute Ucircumflex ucircumflex Udieresis udieresis Ugrave ugrave underscore Yacute yacute
  Ydieresis ydieresis yen Zcaron zcaron zero
`;

/** Names of the Symbol font (ISO 32000-1, D.5) that are not among the Latin ones. */
const SYMBOL = `
  aleph Alpha alpha angle angleleft angleright apple approxequal arrowboth arrowdblboth arrowdbldown arrowdblleft
  arrowdblright arrowdblup arrowdown arrowhorizex arrowleft arrowright arrowup arrowvertex asteriskmath Beta beta
  braceex braceleftbt braceleftmid bracelefttp bracerightbt bracerightmid bracerighttp bracketleftbt bracketleftex
  bracketlefttp bracketrightbt bracketrightex bracketrighttp carriagereturn Chi chi circlemultiply circleplus club
  congruent copyrightsans copyrightserif currentglobal Delta delta diamond dotmath element emptyset Epsilon epsilon
  equivalence Eta eta existential Gamma gamma gradient greaterequal heart Ifraktur infinity integral integralbt
  integralex integraltp intersection Iota iota Kappa kappa Lambda lambda lessequal logicaland logicalor lozenge minute
  Mu notelement notequal notsubset Nu nu Omega omega omega1 Omicron omicron parenleftbt parenleftex parenlefttp
  parenrightbt parenrightex parenrighttp partialdiff perpendicular Phi phi phi1 Pi pi product propersubset
  propersuperset proportional Psi psi radical radicalex reflexsubset reflexsuperset registersans registerserif
  Rfraktur Rho rho second Sigma sigma sigma1 similar spade suchthat summation Tau tau therefore Theta theta theta1
  trademarksans trademarkserif union universal Upsilon upsilon Upsilon1 weierstrass Xi xi Zeta zeta
`;

/** A code with the name of no glyph stands for no character. */
const NOTHING = '.notdef';

const KNOWN: ReadonlySet<string> = new Set([
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  ...`${LATIN} ${SYMBOL}`.trim().split(/\s+/),
  NOTHING,
]);
