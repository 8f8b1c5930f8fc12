/** The press profile asked directly, for the tests to compare with. */
import { readFile } from 'node:fs/promises';
import { openPressColours, type PressColours } from '../../src/photo/little-cms.ts';
import { PROFILE } from './studio.ts';

export const newsprint = async (): Promise<PressColours> => openPressColours(await readFile(PROFILE), PROFILE);
