/** A broken folder for every fault of the room: what it is called, and on which line it is found. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/issue/read.ts';
import { BROKEN, type Broken } from './broken-folders.ts';
import { desk, read, shown } from './desk.ts';

const GOOD = '---\ntitle: 好\n---\n正文。\n';

describe('every fault has a name, a place, and something to do', () => {
  it.each(Object.entries(BROKEN))('%s', async (_, { files, faults, date, paper }) => {
    const { issue, faults: found } = await read(files, {
      ...(date && { date }),
      ...(paper !== undefined && { paper }),
    });
    expect(shown(found)).toEqual(faults);
    expect(issue).toBeUndefined();
    for (const { message, hint, exit } of found) {
      expect(message).toMatch(/[.。”]$/);
      expect(hint).toMatch(/\.$/);
      expect([1, 2]).toContain(exit);
    }
  });
});

/** What is worth a word and does not stop the press. */
const WARNED: Readonly<Record<string, Broken>> = {
  'control characters are taken out': {
    files: { 'a.md': '第一\u0000行\u200b。\n\n第\u202e二行。\n' },
    faults: ['control-characters? a.md:1', 'control-characters? a.md:3'],
  },
  'a language that is neither Chinese nor English': {
    files: { 'a.md': '正文。\n' },
    paper: 'name: x\nlanguage: de\n',
    faults: ['language-foreign? newspaper.yaml:2'],
  },
  'a lost character': { files: { 'a.md': '正\ufffd文。\n' }, faults: ['text-damaged? a.md:1'] },
  'HTML is text': {
    files: { 'a.md': '一<b>二</b>。\n\n<script>x</script>\n' },
    faults: ['html-as-text? a.md:1', 'html-as-text? a.md:3'],
  },
  'a byline that the text opens with': {
    files: { 'a.md': '---\nbyline: 记者 周妍\n---\n本报讯（记者 周妍）昨日开工。\n' },
    faults: ['byline-twice? a.md:2'],
  },
  'a second headline': { files: { 'a.md': '# 一\n\n正文。\n\n# 二\n' }, faults: ['heading-in-text? a.md:5'] },
  'a footnote that nothing calls': {
    files: { 'a.md': '正文。\n\n[^x]: 注。\n' },
    faults: ['footnote-uncalled? a.md:3'],
  },
  'a comment in a value': {
    files: { 'a.md': '---\ntitle: 第 #1 名\n---\n正文。\n' },
    faults: ['comment-in-value? a.md:2'],
  },
  'a misnamed issue.yaml': { files: { 'issue.yml': 'pages: 1\n', 'a.md': GOOD }, faults: ['file-misnamed? issue.yml'] },
  'a text file with the ending twice': {
    files: { 'b.md.txt': 'x', 'a.md': GOOD },
    faults: ['file-misnamed? b.md.txt'],
  },
  'an ending in capitals': { files: { 'B.MD': 'x', 'a.md': GOOD }, faults: ['file-misnamed? B.MD'] },
  'files of no known kind, but not what systems leave behind': {
    files: { 'scores.xlsx': 'x', 'copy/late.txt': 'x', notes: 'x', 'Thumbs.db': 'x', '~$a.docx': 'x', 'a.md': GOOD },
    faults: ['file-unread? copy/late.txt', 'file-unread? notes', 'file-unread? scores.xlsx'],
  },
  'a story below the folder': {
    files: { 'sport/cup.md': GOOD, 'a.md': GOOD },
    faults: ['file-misplaced? sport/cup.md'],
  },
  'a folder named like a story': {
    files: { 'b.md/b.md': GOOD, 'a.md': GOOD },
    faults: ['folder-like-file? b.md', 'file-misplaced? b.md/b.md'],
  },
  'pictures that nothing names, told once': {
    files: { 'photos/a.jpg': 'x', 'photos/b.jpg': 'x', 'ads/c.pdf': 'x', 'a.md': GOOD },
    faults: ['picture-unused? issues/2026-01-08'],
  },
  'pages that are signed off are no leftovers': {
    files: { 'released/01.txt': 'x', 'released/01.jpg': 'x', 'a.md': GOOD },
    faults: [],
  },
  'a Word file': { files: { 'b.docx': 'x', 'a.md': GOOD }, faults: ['file-unread? b.docx'] },
};

describe('warnings leave the issue readable', () => {
  it.each(Object.entries(WARNED))('%s', async (_, { files, faults, paper }) => {
    const { issue, faults: found } = await read(files, paper === undefined ? {} : { paper });
    expect(shown(found)).toEqual(faults);
    expect(issue?.articles.length).toBe(1);
  });
});

describe('the catalogue', () => {
  it('has no fault without a test', () => {
    const read = (folder: string): string =>
      readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8'))
        .join('');
    const names = [...read('../../src/issue/faults').matchAll(/name: '([a-z0-9-]+)'/g)].map(([, name]) => name ?? '');
    const tests = read('.');
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !tests.includes(name))).toEqual([]);
  });
});

describe('faults are reported together', () => {
  it('of all files in one run, newspaper.yaml and issue.yaml first, then by file and line', async () => {
    const { faults } = await read(
      {
        'issue.yaml': 'pages: 2\nwether: 晴\n',
        'b.md': '---\npage: 9\nkiker: x\n---\n正文。\n\n[x](javascript:1)\n',
        'a.md': '---\nphotos: [{file: photos/no.jpg}]\n---\n',
      },
      { paper: 'name: x\ncolumn: 8\n' },
    );
    expect(shown(faults)).toEqual([
      'key-unknown newspaper.yaml:2',
      'key-unknown issue.yaml:2',
      'photo-missing a.md:2',
      'page-outside b.md:2',
      'key-unknown b.md:3',
      'link-unsafe b.md:7',
    ]);
  });

  it('says what was probably meant', async () => {
    const { faults } = await read({
      'a.md': '---\nkeep-apart: b\nphotos: [{file: photos/RIG.JPG}]\n---\n正文。\n',
      'photos/rig.jpg': '',
    });
    expect(faults.map(({ hint }) => hint.split('?')[0])).toEqual([
      'Did you mean “keepApart”',
      'Did you mean “photos/rig.jpg”',
    ]);
  });

  it('names the photo of that name whose folder was forgotten', async () => {
    const { faults } = await read({
      'a.md': '---\nphotos: [{file: x.jpg}]\n---\n正文。\n',
      'photos/x.jpg': '',
      'photos/ab.jpg': '',
    });
    expect(faults.filter(({ name }) => name === 'photo-missing').map(({ hint }) => hint.split('?')[0])).toEqual([
      'Did you mean “photos/x.jpg”',
    ]);
  });

  it.each([
    ['photos/nothere.jpg', undefined],
    ['photos/towre.jpg', 'photos/tower.jpg'],
    ['photos/tower.jpeg', 'photos/tower.jpg'],
    ['photos/story.jpg', undefined],
  ])('guesses at %s by its name alone, not by what all pictures share, and at no story', async (file, guess) => {
    const text = `---\nphotos: [{file: ${file}}]\n---\n正文。\n`;
    const { faults } = await read({ 'a.md': text, 'story.md': '正文。\n', 'photos/tower.jpg': '' });
    const [missing] = faults.filter(({ name }) => name === 'photo-missing');
    expect(missing?.hint.match(/^Did you mean “(.*)”\?/)?.[1]).toBe(guess);
  });

  it('a newspaper.yaml that is a folder is a fault, not an exception', async () => {
    using room = desk({ 'a.md': '正文。\n' }, { paper: null });
    mkdirSync(path.join(room.paper, 'newspaper.yaml'));
    expect(shown((await readIssue(room.issue)).faults)).toEqual(['file-unreadable newspaper.yaml']);
  });

  it('finds no folder', async () => {
    const { faults, issue } = await readIssue('/nowhere/issues/2026-01-08');
    expect(issue).toBeUndefined();
    expect(faults.map(({ name, exit }) => [name, exit])).toEqual([['issue-missing', 2]]);
  });
});

describe('a file that is not read', () => {
  it.each([
    ['photos/rig.BMP', /as jpg, png or tif, .*`photos:`/],
    ['ads/tea.ai', /advertisement as pdf in ads\//],
    ['b.docx', /as plain text in UTF-8/],
    ['copy/late.txt', /ending \.md/],
    ['scores.xlsx', /Markdown table/],
    ['from-the-agency.zip', /^Unpack it/],
    ['film.mp4', /`qr:`/],
    ['notes', /^If it is a story, save it as a Markdown file/],
  ])('%s is sent where its kind belongs', async (file, hint) => {
    const { faults } = await read({ 'a.md': GOOD, [file]: 'x' });
    expect(shown(faults)).toEqual([`file-unread? ${file}`]);
    expect(faults[0]?.hint).toMatch(hint);
    expect(faults[0]?.hint).toMatch(/; or move the file out of the issue folder\.$/);
  });
});

describe('the folder is a fence', () => {
  it('a link that leads out of it is not there', async () => {
    using room = desk({ 'a.md': '![](photos/x.jpg)\n', 'photos/y.jpg': '', '../../secret.jpg': 'x' });
    symlinkSync(path.join(room.paper, 'secret.jpg'), path.join(room.issue, 'photos', 'x.jpg'));
    expect(shown((await readIssue(room.issue)).faults)).toEqual([
      'photo-missing a.md:1',
      'file-unreadable? photos/x.jpg',
    ]);
  });

  it('a story behind a link that leads out, or nowhere, is not lost in silence', async () => {
    using room = desk({ 'a.md': GOOD, '../../late.md': GOOD, 'sport/x.txt': 'x' });
    symlinkSync(path.join(room.paper, 'late.md'), path.join(room.issue, 'out.md'));
    symlinkSync('nowhere.md', path.join(room.issue, 'nowhere.md'));
    symlinkSync('a.md', path.join(room.issue, 'inside.md'));
    symlinkSync('nowhere.yaml', path.join(room.issue, 'issue.yaml'));
    symlinkSync('nowhere', path.join(room.issue, 'a.md~'));
    const { faults, issue } = await readIssue(room.issue);
    expect(issue).toBeUndefined();
    expect(shown(faults)).toEqual([
      'file-unreadable issue.yaml',
      'file-unreadable nowhere.md',
      'file-unreadable out.md',
      'file-unread? sport/x.txt',
    ]);
  });

  it.skipIf(process.platform === 'darwin')('what an unpacker left with a name in GBK is told as that', async () => {
    using room = desk({ 'a.md': GOOD, 'photos/x.jpg': '' });
    const gbk = (ending: string) =>
      Buffer.concat([Buffer.from(`${room.issue}/`), Buffer.from([0xb2, 0xe2]), Buffer.from(ending)]);
    writeFileSync(gbk('.md'), GOOD);
    mkdirSync(gbk(''));
    const { faults } = await readIssue(room.issue);
    expect(shown(faults)).toEqual(['file-unreadable? \ufffd\ufffd', 'file-unreadable \ufffd\ufffd.md']);
    expect(faults[1]?.message).toContain('not UTF-8; rename it');
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)('what may not be read is told as that', async () => {
    const story = '---\nphotos: [{file: photos/x.jpg}]\n---\n正文。\n';
    using room = desk({ 'a.md': story, 'b.md': GOOD, 'photos/x.jpg': '', 'ads/y.jpg': '' });
    for (const name of ['b.md', 'photos/x.jpg', 'ads']) chmodSync(path.join(room.issue, name), 0);
    const { faults } = await readIssue(room.issue);
    chmodSync(path.join(room.issue, 'ads'), 0o700);
    expect(shown(faults)).toEqual(['file-unreadable? ads', 'file-unreadable b.md', 'file-unreadable photos/x.jpg']);
  });

  it('names the picture that is too big, at the line that asks for it', async () => {
    const limits = 'name: x\nlimits: { pictureBytes: 1000 }\n';
    const story = '---\nphotos: [{file: photos/x.jpg}]\n---\n正文。\n';
    const { faults } = await read({ 'a.md': story, 'photos/x.jpg': 'x'.repeat(1001) }, { paper: limits });
    expect(shown(faults)).toEqual(['file-too-big a.md:2']);
    expect(faults[0]?.message).toContain('“issues/2026-01-08/photos/x.jpg” has 1001 bytes');
  });

  it('a nameplate below a file is not there', async () => {
    const { faults } = await read({ 'a.md': GOOD }, { paper: 'name: x\nnameplate: newspaper.yaml/x.svg\n' });
    expect(shown(faults)).toEqual(['file-missing newspaper.yaml:2']);
  });

  it('a draft prints a frame for a photo that is to come, and only for that', async () => {
    const files = { 'a.md': '---\nphotos: [{file: photos/a-1.jpg}, {file: photos/b.jpg}]\n---\n正文。\n' };
    expect(shown((await read(files, { draft: true })).faults)).toEqual([
      'photo-to-come? a.md:2',
      'photo-missing a.md:2',
    ]);
    const { issue } = await read({ 'a.md': '---\nphotos: [{file: photos/a-1.jpg}]\n---\n正文。\n' }, { draft: true });
    expect(issue?.articles[0]?.photos[0]?.missing).toBe(true);
  });
});

describe('what cannot be seen in a line is said', () => {
  const told = async (front: string) => {
    const { faults } = await read({ 'a.md': `---\n${front}\n---\n正文。\n`, 'photos/b.jpg': 'x' });
    return faults.map(({ message, hint }) => `${message} ${hint}`).join('\n');
  };

  it.each([
    ['\u3000priority: 2', /with a full-width space in it\. Did you mean “priority”\? Delete that space\./],
    ['priority\u3000: 2', /with a full-width space in it/],
    ['photos: [{file: photos\\b.jpg}]', /is written with backslashes\. .*forward slashes/],
    ['photos: photos/b.jpg', /each on its line: `- file: photos\/rig\.jpg`/],
    ['photos: [photos/b.jpg]', /such as `- file: photos\/rig\.jpg`/],
  ])('%j', async (front, words) => {
    expect(await told(front)).toMatch(words);
  });
});

it('sends nobody to a kind of picture that is refused in turn, and renames a file once', async () => {
  const { faults } = await read({
    'a.md': '---\nphotos: [{file: x.gif}]\n---\n正文。\n',
    'x.gif': 'x',
    'Big One.MD': 'x',
  });
  const hintOf = (name: string): string | undefined => faults.find((fault) => fault.name === name)?.hint;
  expect(hintOf('picture-kind')).toMatch(/jpg.*avif/);
  expect(hintOf('picture-kind')).not.toMatch(/hei[cf]/);
  expect(hintOf('file-misnamed')).toContain('“big-one.md”');
});
