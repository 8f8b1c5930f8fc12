/** Every catalogue of faults by its room, with what its constructors are tried with. */
import * as archiveFaults from '../../src/archive/faults.ts';
import * as browserFaults from '../../src/browser/faults.ts';
import * as cliFaults from '../../src/cli/faults.ts';
import * as editionFaults from '../../src/edition/faults.ts';
import type { Fault } from '../../src/fault.ts';
import * as issueFaults from '../../src/issue/faults.ts';
import * as makeupFaults from '../../src/makeup/faults.ts';
import * as photoFaults from '../../src/photo/faults.ts';
import * as pressFaults from '../../src/press/faults.ts';
import * as typesetFaults from '../../src/typeset/faults.ts';
import { archive } from './archive.ts';
import { browser } from './browser.ts';
import { cli } from './cli.ts';
import { edition } from './edition.ts';
import type { Samples } from './given.ts';
import { issue } from './issue.ts';
import { makeup } from './makeup.ts';
import { photo } from './photo.ts';
import { press } from './press.ts';
import { typeset } from './typeset.ts';

export const CATALOGUES: Readonly<Record<string, readonly [object, Samples]>> = {
  issue: [issueFaults, issue],
  typeset: [typesetFaults, typeset],
  photo: [photoFaults, photo],
  makeup: [makeupFaults, makeup],
  edition: [editionFaults, edition],
  browser: [browserFaults, browser],
  press: [pressFaults, press],
  archive: [archiveFaults, archive],
  cli: [cliFaults, cli],
};

/** One constructor of a catalogue, with the arguments that it is tried with. */
export interface Maker {
  readonly room: string;
  readonly name: string;
  readonly make: (...given: readonly unknown[]) => Fault;
  readonly samples: Samples[string] | undefined;
}

/** Every constructor of a room's catalogue, by the alphabet; what else it exports names stories in sentences. */
export function makersOf(room: string): readonly Maker[] {
  const [catalogue, samples] = CATALOGUES[room] ?? [{}, {}];
  return Object.entries(catalogue)
    .filter(([, made]) => typeof made === 'function' && made !== makeupFaults.titled && made !== makeupFaults.nameOf)
    .map(([name, make]) => ({ room, name, make: make as Maker['make'], samples: samples[name] }))
    .sort((one, two) => (one.name < two.name ? -1 : 1));
}
