/**
 * Finds a dateline 电头 at the head of a paragraph: who sends the story, from where and when. Nothing is guessed from
 * meaning: the forms are those of Chinese papers and agencies, and of English agencies.
 */

/** Words that end the name of a paper, agency, station or site. */
const SENDER = '(?:社|报|報|刊|台|网|網|客户端|融媒|融媒体|通讯社|日报|晚报|新闻)';
const NAME = '[\\p{Script=Han}\\p{L}\\p{N}·.“”"‘’—-]';
const DATE = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日';
/** 电 or 讯; not the first character of a word that begins with them (电力, 讯号…). */
const WIRE =
  '(?:综合|专|特)?(?:电|電|讯|訊)(?![力话話视視影子商动動网網台信器脑腦源梯瓶池车車磁缆厂机機压流价费能热波容路阻线線磨杆竞站息号號问飞])';
/** Who reported, in brackets right after it. */
const REPORTERS = '(?:[ \\u3000]?[(（][^()（）\\n]{1,80}[)）])?';

const FORMS: readonly RegExp[] = [
  // 新华社北京1月7日电(记者 宋砚秋), 据新华社…电, 星城晚报1月7日讯(全媒体记者 程望舒), 本报长沙1月7日讯
  new RegExp(`^据?(?:本[报报刊台网]|${NAME}{1,16}?${SENDER})${NAME}{0,16}?${DATE}${WIRE}${REPORTERS}`, 'u'),
  // 本报讯(记者 …), 星城晚报讯, 本报综合讯, 本报北京专电
  new RegExp(`^据?(?:本[报報刊台网]|${NAME}{0,12}?(?:报|報|社))${WIRE}${REPORTERS}`, 'u'),
  // 【记者王小明／台北报导】 and 【本报讯】
  /^【[^】\n]{1,40}(?:报道|报导|報導|电|電|讯|訊)】/u,
  // （中央社记者王小明台北7日电）
  new RegExp(`^[(（][^()（）\\n]{0,20}${SENDER}[^()（）\\n]{1,40}(?:电|電|讯|訊)[)）]`, 'u'),
  // BEIJING, Jan. 7 (Xinhua) --, WASHINGTON (AP) —, LONDON —
  /^\p{Lu}[\p{Lu} .,'’/-]{2,40}(?:, [\p{Lu}][\p{L}. ]{1,20})?(?:, (?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)? ?(?:\([^()\n]{1,30}\) ?)?(?:--|—|–)(?= |$)/u,
];

/** Length in UTF-16 units of the dateline at the head of a text, white space around it not counted; 0 without one. */
export function datelineLength(text: string): number {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match) return match[0].length;
  }
  return 0;
}

/** A dateline of which two hyphens of a typewriter end as the dash that they stand for. */
export const dashedDateline = (dateline: string): string => dateline.replace(/--$/, '—');

/**
 * What stands between a dateline in letters and its text that the desk did not type: agencies write an em dash
 * (LONDON, Jan. 7 (AP) — …). None after a dateline in Chinese, or one that ends with a dash.
 */
export const dashAfter = (dateline: string): string =>
  /\p{Script=Han}/u.test(dateline) || /[-–—]$/.test(dateline) ? '' : '—';

/** The dateline of wire copy that was cut: 据…电. */
export function abridgedDateline(dateline: string): string {
  return /^[据據【(（]|^[\p{Lu}]{2}/u.test(dateline) ? dateline : `据${dateline}`;
}
