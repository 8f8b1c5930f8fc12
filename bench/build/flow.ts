/** The same copy as one flow of HTML, as someone without a composer would hand it to a browser or to Paged.js. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readIssue } from '../../src/issue/read.ts';
import { faceOf, fileIn } from '../../src/typeset/faces.ts';

/** Broadsheet of 390 × 550 mm, eight columns of 13 characters at 12 px on 18 px, one character between them. */
const SHEET = `@page { size: 390mm 550mm; margin: 0 }
body { margin: 103px 71px; font: 12px/18px song; column-count: 8; column-gap: 12px; text-align: justify }
h1 { font: 36px/1.25 song-black; margin: 0 } p { margin: 0; text-indent: 2em }
figure { margin: 0 } img { width: 100%; display: block } figcaption { font: 12px/18px hei }`;

/** Writes the flow, and answers its path. */
export async function writeFlow(issueFolder: string, into: string): Promise<string> {
  const { issue, faults } = await readIssue(issueFolder);
  if (issue === undefined) throw new Error(faults.map(({ message }) => message).join('\n'));
  const face = (name: 'song' | 'song-black' | 'hei'): string =>
    `@font-face { font-family: ${name}; src: url("${pathToFileURL(fileIn(faceOf(name).source.module)).href}") }`;
  const articles = issue.articles.map((article) => {
    const photos = article.photos.map(
      ({ file, caption }) =>
        `<figure><img src="${pathToFileURL(path.join(issueFolder, file)).href}" alt=""><figcaption>${caption ?? ''}</figcaption></figure>`,
    );
    const text = article.body.map((block) =>
      'spans' in block ? `<p>${block.spans.map((span) => span.text).join('')}</p>` : '',
    );
    return `<article><h1>${article.title.join(' ')}</h1>${photos.join('')}${text.join('')}</article>`;
  });
  const style = `<style>${face('song')}${face('song-black')}${face('hei')}${SHEET}</style>`;
  const file = path.join(into, 'flow.html');
  await writeFile(
    file,
    `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Flow</title>${style}<body>${articles.join('')}`,
  );
  return file;
}
