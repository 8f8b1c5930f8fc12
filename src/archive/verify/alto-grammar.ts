/** What ALTO 4.4 asks of the elements that a born-digital page uses (Library of Congress, namespace ns-v4#). */
import type { Grammar, Rule, ValueKind } from './grammar.ts';

const BOX: Readonly<Record<string, ValueKind>> = { HEIGHT: 'float', WIDTH: 'float', HPOS: 'float', VPOS: 'float' };
const BLOCK: Readonly<Record<string, ValueKind>> = {
  'ID!': 'id',
  STYLEREFS: 'idrefs',
  TAGREFS: 'idrefs',
  PROCESSINGREFS: 'idrefs',
  ...BOX,
  ROTATION: 'float',
  IDNEXT: 'idref',
  CS: ['true', 'false', '0', '1'],
};
const DIRECTION: ValueKind = ['ltr', 'rtl', 'ttb', 'btt'];
const BLOCKS = /^(?:(?:TextBlock|Illustration|GraphicalElement|ComposedBlock) )*$/;
const SPACE: Rule = {
  children: BLOCKS,
  attributes: { ID: 'id', STYLEREFS: 'idrefs', PROCESSINGREFS: 'idrefs', ...BOX },
};
const TAG: Rule = {
  attributes: { 'ID!': 'id', TYPE: 'string', 'LABEL!': 'string', DESCRIPTION: 'string', URI: 'uri' },
};
const GROUP: Rule = {
  children: /^(?:(?:ElementRef|OrderedGroup|UnorderedGroup) )+$/,
  attributes: { 'ID!': 'id', TAGREFS: 'idrefs', REF: 'idrefs' },
};
const TEXT: Rule = { text: 'string' };

/** ALTO 4 as far as the records use it, after its schema. */
export const ALTO: Grammar = {
  namespace: 'http://www.loc.gov/standards/alto/ns-v4#',
  root: 'alto',
  rules: {
    alto: {
      children: /^(?:Description )?(?:Styles )?(?:Tags )?(?:ReadingOrder )?Layout $/,
      attributes: { SCHEMAVERSION: 'string' },
    },
    Description: { children: /^MeasurementUnit (?:sourceImageInformation )?(?:Processing )*$/ },
    MeasurementUnit: { text: ['pixel', 'mm10', 'inch1200'] },
    sourceImageInformation: { children: /^(?:fileName )?(?:fileIdentifier )*(?:documentIdentifier )*$/ },
    fileName: TEXT,
    fileIdentifier: { text: 'string', attributes: { fileIdentifierLocation: 'string' } },
    documentIdentifier: { text: 'string', attributes: { documentIdentifierLocation: 'string' } },
    Processing: {
      children:
        /^(?:processingCategory )?(?:processingDateTime )?(?:processingAgency )?(?:processingStepDescription )*(?:processingStepSettings )?(?:processingSoftware )?$/,
      attributes: { 'ID!': 'id' },
    },
    processingCategory: {
      text: ['contentGeneration', 'contentModification', 'preOperation', 'postOperation', 'other'],
    },
    processingDateTime: TEXT,
    processingAgency: TEXT,
    processingStepDescription: TEXT,
    processingStepSettings: TEXT,
    processingSoftware: {
      children: /^(?:softwareCreator )?(?:softwareName )?(?:softwareVersion )?(?:applicationDescription )?$/,
    },
    softwareCreator: TEXT,
    softwareName: TEXT,
    softwareVersion: TEXT,
    applicationDescription: TEXT,
    Styles: { children: /^(?:TextStyle )*(?:ParagraphStyle )*$/ },
    TextStyle: {
      attributes: {
        ID: 'id',
        FONTFAMILY: 'string',
        FONTTYPE: ['serif', 'sans-serif'],
        FONTSIZE: 'float',
        FONTSTYLE: 'string',
      },
    },
    Tags: { children: /^(?:(?:LayoutTag|StructureTag|RoleTag|NamedEntityTag|OtherTag) )*$/ },
    LayoutTag: TAG,
    StructureTag: TAG,
    RoleTag: TAG,
    NamedEntityTag: TAG,
    OtherTag: TAG,
    ReadingOrder: { children: /^(?:(?:OrderedGroup|UnorderedGroup) )+$/ },
    OrderedGroup: GROUP,
    UnorderedGroup: GROUP,
    ElementRef: { attributes: { 'ID!': 'id', 'REF!': 'idrefs', TAGREFS: 'idrefs' } },
    Layout: { children: /^(?:Page )+$/, attributes: { STYLEREFS: 'idrefs' } },
    Page: {
      children: /^(?:TopMargin )?(?:LeftMargin )?(?:RightMargin )?(?:BottomMargin )?(?:PrintSpace )?$/,
      attributes: {
        'ID!': 'id',
        PAGECLASS: 'string',
        STYLEREFS: 'idrefs',
        PROCESSINGREFS: 'idrefs',
        HEIGHT: 'float',
        WIDTH: 'float',
        'PHYSICAL_IMG_NR!': 'float',
        PRINTED_IMG_NR: 'string',
        POSITION: ['Left', 'Right', 'Foldout', 'Single', 'Cover'],
        ROTATION: 'float',
        LANG: 'language',
      },
    },
    TopMargin: SPACE,
    LeftMargin: SPACE,
    RightMargin: SPACE,
    BottomMargin: SPACE,
    PrintSpace: SPACE,
    ComposedBlock: { children: BLOCKS, attributes: { ...BLOCK, TYPE: 'string', FILEID: 'string' } },
    Illustration: { attributes: { ...BLOCK, TYPE: 'string', FILEID: 'string' } },
    GraphicalElement: { attributes: BLOCK },
    TextBlock: { children: /^(?:TextLine )*$/, attributes: { ...BLOCK, LANG: 'language', BASEDIRECTION: DIRECTION } },
    TextLine: {
      children: /^(?:String (?:SP )?)+(?:HYP )?$/,
      attributes: {
        ID: 'id',
        STYLEREFS: 'idrefs',
        TAGREFS: 'idrefs',
        PROCESSINGREFS: 'idrefs',
        ...BOX,
        BASELINE: 'string',
        LANG: 'language',
        BASEDIRECTION: DIRECTION,
      },
    },
    String: {
      attributes: {
        ID: 'id',
        STYLEREFS: 'idrefs',
        TAGREFS: 'idrefs',
        ...BOX,
        'CONTENT!': 'string',
        STYLE: ['bold', 'italics', 'smallcaps', 'strikethrough', 'subscript', 'superscript', 'underline'],
        SUBS_TYPE: ['HypPart1', 'HypPart2', 'Abbreviation'],
        SUBS_CONTENT: 'string',
        LANG: 'language',
      },
    },
    SP: { attributes: { ID: 'id', ...BOX } },
    HYP: { attributes: { ...BOX, 'CONTENT!': 'string' } },
  },
};
