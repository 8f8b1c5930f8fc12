/** The page on which presses are compared: everything in a newspaper's drawing that is hard to bring into ink. */
import { faceOf } from '../src/typeset/faces.ts';
import { subsetFace } from '../src/typeset/subset.ts';

/** Millimetres. */
export const BESIDE = { trim: { width: 200, height: 280 }, bleed: 3 } as const;

/** All of its characters; half of them share their glyph with a radical. */
export const BESIDE_TEXT =
  '大家好：从卖产品到建生态湖南日报1月7日讯，自贸试验区的企业“含新量”飙升；立见高下，一面飞龙，民生大计，人心所向。链接jump灰色的字反白的字红色的字透明影子字半透明标题';

/** A whole font has the radicals as well, and one glyph for both: the subset must have what a browser gets from a whole one. */
const RADICALS = Array.from({ length: 0x2fd6 - 0x2f00 }, (_, at) => String.fromCodePoint(0x2f00 + at)).join('');

/** Name of the photo that both place. */
export const PHOTO = 'photo.jpg';

/** What may go to the plates; with `hard` also what should be refused: a conic gradient, see-through type. */
const drawing = (hard: boolean): string => `
<div style="left:-12px;top:-12px;width:calc(100% + 24px);height:42px;background:#c8102e"></div>
<h1 style="left:60px;top:60px;font:36px/45px bold;margin:0">大家好：从卖产品到建生态</h1>
<p style="left:60px;top:120px;width:312px">湖南日报1月7日讯，自贸试验区的企业“含新量”飙升；立见高下，一面飞龙，民生大计，人心所向。<a href="https://example.org/">链接</a> <a href="#x">jump</a></p>
<p style="left:60px;top:200px;color:#888">灰色的字</p>
<p style="left:60px;top:240px;color:#fff;background:#000;padding:4px">反白的字</p>
<p id="x" style="left:260px;top:240px;color:#c8102e">红色的字</p>
<div style="left:60px;top:300px;width:300px;height:1px;background:#000"></div>
<div style="left:60px;top:310px;width:300px;height:40px;border:1px solid #000"></div>
<div style="left:60px;top:360px;width:300px;border-top:3px dotted #000"></div>
<div style="left:60px;top:380px;width:300px;border-top:3px double #000"></div>
<div style="left:60px;top:400px;width:140px;height:60px;background:linear-gradient(#c8102e,#fff)"></div>
<div style="left:210px;top:400px;width:140px;height:60px;background:radial-gradient(#c8102e,blue 40%,#fff)"></div>
<div style="left:60px;top:480px;width:140px;height:60px;background:#eee;box-shadow:4px 4px 8px #888"></div>
<div style="left:220px;top:480px;width:140px;height:60px;background:#06c;opacity:.5">透明</div>
<div style="left:60px;top:560px;width:140px;height:60px;border:1px solid #000;mix-blend-mode:multiply;background:#ff0"></div>
<img style="left:220px;top:560px;width:140px;height:60px" src="${PHOTO}">
<img style="left:400px;top:560px;width:140px;height:60px" src="alpha.png">
<svg style="left:60px;top:640px" width="140" height="60" viewBox="0 0 140 60"><defs><pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#0a0"/></pattern><mask id="m"><rect width="140" height="60" fill="white"/><circle cx="40" cy="30" r="20" fill="#555"/></mask></defs><rect width="140" height="60" fill="url(#p)"/><circle cx="70" cy="30" r="25" fill="#c8102e" mask="url(#m)"/></svg>
<p style="left:400px;top:640px;text-shadow:1px 1px 2px #c8102e">影子字</p>
<div style="left:220px;top:720px;width:140px;height:60px;filter:blur(2px);background:#c8102e"></div>
${
  hard
    ? `<div style="left:360px;top:400px;width:140px;height:60px;background:conic-gradient(#c8102e,blue 40%,#fff)"></div>
<h2 style="left:60px;top:800px;color:rgb(90% 10% 10% / .5)">半透明标题</h2>`
    : ''
}`;

/**
 * The page as a document.
 * @param sheet How the sheet is asked for: by `@page` with bleed and marks, or as the bare sheet that our press takes.
 */
export async function besidePage(sheet: 'marked' | 'bare', hard: boolean): Promise<string> {
  const font = async (name: string, face: string): Promise<string> => {
    const bytes = await subsetFace(faceOf(face), BESIDE_TEXT + RADICALS);
    return `@font-face{font-family:${name};src:url(data:font/ttf;base64,${Buffer.from(bytes).toString('base64')})}`;
  };
  const { trim, bleed } = BESIDE;
  const page =
    sheet === 'marked'
      ? `@page{size:${trim.width}mm ${trim.height}mm;margin:0;bleed:${bleed}mm;marks:crop cross}body{margin:0}`
      : `@page{size:${trim.width + 2 * bleed}mm ${trim.height + 2 * bleed}mm;margin:0}body{margin:${bleed}mm}`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>beside</title><style>
${await font('song', 'song')}
${await font('bold', 'hei-bold')}
${page}body{width:${trim.width}mm;height:${trim.height}mm;position:relative;font:12px/18px song}
body>*{position:absolute}</style><body>${drawing(hard)}</body></html>`;
}
