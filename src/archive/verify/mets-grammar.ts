/** What METS 1.12 and MODS 3.8 ask of the elements that an issue uses (Library of Congress). */
import type { Grammar, Rule } from './grammar.ts';

const TEXT: Rule = { text: 'string' };
const LINK = { LABEL: 'string', DMDID: 'idrefs', ADMID: 'idrefs', TYPE: 'string' } as const;

/** METS 1 as far as the records use it, after its schema. */
export const METS: Grammar = {
  namespace: 'http://www.loc.gov/METS/',
  root: 'mets',
  rules: {
    mets: {
      children: /^(?:metsHdr )?(?:dmdSec )*(?:amdSec )*(?:fileSec )?(?:structMap )+(?:structLink )?(?:behaviorSec )*$/,
      attributes: { ID: 'id', OBJID: 'string', LABEL: 'string', TYPE: 'string', PROFILE: 'string' },
    },
    metsHdr: {
      children: /^(?:agent )*(?:altRecordID )*(?:metsDocumentID )?$/,
      attributes: {
        ID: 'id',
        ADMID: 'idrefs',
        CREATEDATE: 'date-time',
        LASTMODDATE: 'date-time',
        RECORDSTATUS: 'string',
      },
    },
    agent: {
      children: /^name (?:note )*$/,
      attributes: {
        ID: 'id',
        'ROLE!': ['CREATOR', 'EDITOR', 'ARCHIVIST', 'PRESERVATION', 'DISSEMINATOR', 'CUSTODIAN', 'IPOWNER', 'OTHER'],
        OTHERROLE: 'string',
        TYPE: ['INDIVIDUAL', 'ORGANIZATION', 'OTHER'],
        OTHERTYPE: 'string',
      },
    },
    name: TEXT,
    note: TEXT,
    altRecordID: { text: 'string', attributes: { ID: 'id', TYPE: 'string' } },
    dmdSec: {
      children: /^(?:mdRef )?(?:mdWrap )?$/,
      attributes: { 'ID!': 'id', GROUPID: 'string', ADMID: 'idrefs', CREATED: 'date-time', STATUS: 'string' },
    },
    mdWrap: {
      children: /^(?:binData|xmlData) $/,
      attributes: {
        ID: 'id',
        'MDTYPE!': ['MARC', 'MODS', 'DC', 'PREMIS', 'OTHER'],
        MDTYPEVERSION: 'string',
        LABEL: 'string',
        MIMETYPE: 'string',
      },
    },
    xmlData: { foreign: true },
    fileSec: { children: /^(?:fileGrp )+$/, attributes: { ID: 'id' } },
    fileGrp: {
      children: /^(?:(?:fileGrp )+|(?:file )+)$/,
      attributes: { ID: 'id', VERSDATE: 'date-time', ADMID: 'idrefs', USE: 'string' },
    },
    file: {
      children: /^(?:FLocat )*$/,
      attributes: {
        'ID!': 'id',
        SEQ: 'integer',
        MIMETYPE: 'string',
        SIZE: 'integer',
        CREATED: 'date-time',
        CHECKSUM: 'sha256',
        CHECKSUMTYPE: ['SHA-256'],
        OWNERID: 'string',
        ADMID: 'idrefs',
        DMDID: 'idrefs',
        GROUPID: 'string',
        USE: 'string',
      },
    },
    FLocat: {
      attributes: {
        ID: 'id',
        'LOCTYPE!': ['ARK', 'URN', 'URL', 'PURL', 'HANDLE', 'DOI', 'OTHER'],
        USE: 'string',
        'xlink:type': ['simple'],
        'xlink:href': 'uri',
      },
    },
    structMap: { children: /^div $/, attributes: { ID: 'id', TYPE: 'string', LABEL: 'string' } },
    div: {
      children: /^(?:mptr )*(?:fptr )*(?:div )*$/,
      attributes: { ID: 'id', ORDER: 'integer', ORDERLABEL: 'string', ...LINK, CONTENTIDS: 'string' },
    },
    fptr: { children: /^(?:(?:par|seq|area) )?$/, attributes: { ID: 'id', FILEID: 'idref', CONTENTIDS: 'string' } },
    seq: { children: /^(?:(?:area|par) )+$/, attributes: { ID: 'id' } },
    area: {
      attributes: {
        ID: 'id',
        'FILEID!': 'idref',
        SHAPE: ['RECT', 'CIRCLE', 'POLY'],
        COORDS: 'string',
        BEGIN: 'string',
        END: 'string',
        BETYPE: ['BYTE', 'IDREF', 'SMIL', 'MIDI', 'SMPTE-25', 'TIME', 'TCF', 'XPTR'],
      },
    },
  },
};

const TYPED: Rule = { text: 'string', attributes: { type: 'string' } };
const DATE: Rule = {
  text: 'string',
  attributes: {
    encoding: ['w3cdtf', 'iso8601', 'marc', 'edtf', 'temper'],
    keyDate: ['yes'],
    qualifier: 'string',
    point: ['start', 'end'],
  },
};
const TOP =
  'titleInfo|name|typeOfResource|genre|originInfo|language|physicalDescription|abstract|note|subject|relatedItem|identifier|location|accessCondition|part';

/** MODS 3 as far as the records use it, after its schema. */
export const MODS: Grammar = {
  namespace: 'http://www.loc.gov/mods/v3',
  root: 'mods',
  rules: {
    mods: { children: new RegExp(`^(?:(?:${TOP}) )+$`), attributes: { ID: 'id', version: ['3.8'] } },
    titleInfo: { children: /^(?:(?:title|subTitle|partNumber|partName|nonSort) )*$/ },
    title: TEXT,
    subTitle: TEXT,
    name: {
      children: /^(?:(?:namePart|role|displayForm|affiliation) )*$/,
      attributes: { type: ['personal', 'corporate', 'conference', 'family'] },
    },
    namePart: TEXT,
    role: { children: /^(?:roleTerm )+$/ },
    roleTerm: { text: 'string', attributes: { type: ['code', 'text'], authority: 'string' } },
    typeOfResource: { text: 'string' },
    genre: { text: 'string', attributes: { authority: 'string', type: 'string' } },
    originInfo: {
      children: /^(?:(?:publisher|place|dateIssued|dateCreated|edition|issuance|frequency) )*$/,
      attributes: { eventType: 'string' },
    },
    publisher: TEXT,
    dateIssued: DATE,
    language: { children: /^(?:languageTerm )+$/ },
    languageTerm: {
      text: 'string',
      attributes: { type: ['code', 'text'], authority: ['rfc3066', 'iso639-2b', 'iso639-3', 'rfc4646', 'rfc5646'] },
    },
    physicalDescription: { children: /^(?:(?:extent|digitalOrigin|form|note) )*$/ },
    extent: { text: 'string', children: /^(?:start )?(?:end )?(?:total )?(?:list )?$/, attributes: { unit: 'string' } },
    start: TEXT,
    end: TEXT,
    digitalOrigin: { text: ['born digital', 'reformatted digital', 'digitized microfilm', 'digitized other analog'] },
    note: TYPED,
    subject: { children: /^(?:(?:topic|geographic|temporal) )*$/ },
    topic: TEXT,
    relatedItem: {
      children: new RegExp(`^(?:(?:${TOP}) )*$`),
      attributes: {
        type: [
          'host',
          'series',
          'original',
          'preceding',
          'succeeding',
          'constituent',
          'otherVersion',
          'otherFormat',
          'isReferencedBy',
          'references',
          'reviewOf',
        ],
      },
    },
    identifier: TYPED,
    accessCondition: TYPED,
    location: { children: /^(?:(?:physicalLocation|url|shelfLocator) )*$/ },
    url: { text: 'uri' },
    part: { children: /^(?:(?:detail|extent|date|text) )*$/, attributes: { type: 'string', order: 'integer' } },
    detail: { children: /^(?:(?:number|caption|title) )*$/, attributes: { type: 'string', level: 'integer' } },
    number: TEXT,
    date: DATE,
  },
};
