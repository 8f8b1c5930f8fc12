/** `npm run link:photo`: asks Little CMS for the numbers of the built-in profile and keeps them beside the photo room. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { KEPT, KEPT_LINK, packLink } from '../src/photo/kept-link.ts';
import { measureLink } from '../src/photo/separation.ts';
import { NEWSPRINT } from '../src/press/profile.ts';

const icc = await readFile(NEWSPRINT);
const sha256 = createHash('sha256').update(icc).digest('hex');
if (sha256 !== KEPT) console.error(`The profile is another one now: KEPT in src/photo/kept-link.ts must be ${sha256}.`);
await writeFile(KEPT_LINK, packLink(await measureLink(icc, NEWSPRINT)));
