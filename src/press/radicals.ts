/** The character that a radical, or a compatibility form, stands in for. */

/** CJK radicals supplement, U+2E80–2EF3, and below them what Unicode's Equivalent_Unified_Ideograph gives for each. */
const RADICALS =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const IDEOGRAPHS =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const EQUIVALENT: ReadonlyMap<string, string> = new Map(
  [...RADICALS].map((radical, at) => [radical, [...IDEOGRAPHS][at] ?? radical]),
);

/** Forms that share a glyph in the faces of simplified Chinese although Unicode keeps them apart. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['戶', '户'],
  ['靑', '青'],
  ['黃', '黄'],
  ['⋯', '…'],
  ['―', '—'],
  ['‧', '·'],
  ['・', '·'],
]);

/**
 * The ordinary character for a radical (U+2E80–2FDF), a compatibility ideograph or another form that shares its glyph;
 * undefined when the letter is none of these or `known` has no such character. An empty `known` knows everything.
 */
export function unified(letter: string, known: ReadonlySet<string>): string | undefined {
  const plain = EQUIVALENT.get(letter) ?? (isHan(letter) ? letter.normalize('NFKC') : letter);
  const forms = [plain, SHARED.get(plain), SHARED.get(letter)].filter((form) => form !== undefined && form !== letter);
  return known.size === 0 ? forms[0] : forms.find((form) => form !== undefined && known.has(form));
}

/** Of a Han script: NFKC would make half-width commas of full-width ones. */
const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter);
