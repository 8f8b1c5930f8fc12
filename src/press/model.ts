/** What the press room is asked for. Plain data, but for the bytes of pictures. */
import type { HouseColour, PressSettings } from '../issue/model.ts';
import type { Twin } from '../photo/model.ts';
import type { Mm } from '../units.ts';

/** One page on its way to the plates. */
export interface PressJob {
  /** Name of the newspaper: title and slug line. */
  readonly paper: string;
  /** BCP 47. */
  readonly language: string;
  /** YYYY-MM-DD: the only date that the file knows. */
  readonly date: string;
  /** Output id of the issue, DATE or DATE-EDITION. */
  readonly issue: string;
  readonly page: {
    readonly number: number;
    readonly name?: string;
    /** False: black plate alone. */
    readonly color: boolean;
    readonly trim: { readonly width: Mm; readonly height: Mm };
  };
  readonly press: PressSettings;
  readonly colours: Readonly<Record<string, HouseColour>>;
  readonly profile: OutputProfile;
  /** Every character that the page may show (articles, furniture); empty = unknown. Order and repetition do not matter. */
  readonly characters: string;
  /** SHA-256 (hex) of a stand-in's bytes to its twin. */
  readonly twins: ReadonlyMap<string, Twin>;
}

/** The printing condition's ICC profile, read and checked. */
export interface OutputProfile {
  /** Absolute path: sharp reads it from there. Never written anywhere. */
  readonly path: string;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
  /** The profile deflated, as every file of the issue embeds it. */
  readonly packed: Uint8Array;
  /** The profile's own description. */
  readonly name: string;
}
