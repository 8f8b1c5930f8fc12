/** What the constructors of the faults of `photo/` are tried with. */
import { other, phrase, resolution, type Samples } from './given.ts';

export const photo: Samples = {
  pictureMissing: [['photos/rig.jpg']],
  pictureDamaged: [['photos/rig.jpg', 'Premature end']],
  pictureFormat: [
    ['photos/rig.jpg', phrase],
    ['photos/rig.jpg', phrase, other],
  ],
  pictureHeic: [['photos/rig.heic']],
  pictureAnimated: [['photos/rig.gif', 14]],
  pictureTooLarge: [['photos/rig.jpg', phrase, '5000', 'pictureBytes']],
  pdfUnreadable: [['ads/tea.pdf', phrase]],
  svgText: [['photos/map.svg']],
  svgLink: [['photos/map.svg', 'rig.png']],
  pictureUntaggedCmyk: [['photos/rig.tif']],
  pictureInksTurned: [['photos/rig.jpg']],
  pictureInksUnclear: [['photos/rig.jpg']],
  captionFromFile: [
    ['photos/rig.jpg', { caption: '晨光' }],
    ['photos/rig.jpg', { credit: '新华社' }],
    ['photos/rig.jpg', { caption: '晨光', credit: '新华社' }],
  ],
  pictureTwice: ['pier', 'harbour'].map((first) => ['photos/b.jpg', 'pier', 'photos/a.jpg', first]),
  pictureTooCoarse: [[resolution]],
  pictureCoarse: [[resolution]],
};
