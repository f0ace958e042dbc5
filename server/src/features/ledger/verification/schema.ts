import { Body, Data, OneOf, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';

/** Bad files that are named. */
export const MOST_NAMED = 20;

const VerificationResult = Shape(
  'LedgerVerificationResult',
  {
    isWhole: Type.Boolean({
      description: 'True when every entry, every table and every file read is as the ledger says.',
    }),
    writes: Type.Integer({ description: 'Entries that are as they were written.' }),
    changes: Type.Integer({ description: 'Documents that they have.' }),
    erased: Type.Integer({ description: 'Those of them that were erased.' }),
    lastEntry: Type.Optional(
      Type.String({
        description: 'The end of the ledger as ORGANIZATION:SEQ:HASH: kept elsewhere, it proves a later one.',
      }),
    ),
    problem: Type.Optional(
      Type.String({ description: 'The first that is not as it was written, in words.' }),
    ),
    problemSeq: Type.Optional(
      Type.String({ description: 'The entry where the walk stopped; absent where a table or file differs.' }),
    ),
    files: Type.Optional(
      Shape(
        'LedgerVerificationFiles',
        {
          checked: Type.Integer({ description: 'Files read.' }),
          bytes: Type.Integer({ description: 'Their bytes.' }),
          bad: Type.Integer({ description: 'Those that are missing or altered.' }),
          named: Type.Array(
            Shape('BadFile', {
              fileId: Type.String({ description: 'Id of the file.' }),
              resource: Type.String({ description: 'The kind of object that names it.' }),
              id: Type.String({ description: 'The id of that object.' }),
              seq: Type.String({ description: 'The entry that names it.' }),
              problem: Type.String({ description: 'What is wrong.' }),
            }),
            { description: `The first ${MOST_NAMED} of them.` },
          ),
        },
        'What was found of the stored files, where they were read.',
      ),
    ),
  },
  'What was found.',
);
export type VerificationResult = Static<typeof VerificationResult>;

const facts = {
  id: UuidId('Id of the verification.'),
  status: OneOf(['pending', 'complete', 'failed'], {
    description: '`complete` once all is walked or something is found; `failed` when that was not possible.',
  }),
  withFiles: Type.Boolean({ description: 'Whether it reads the stored files, too.' }),
  createdAtTime: Time('When it was asked for.'),
  createdById: Type.String({ description: 'Who asked for it.' }),
  completedAtTime: Type.Optional(Time('When it ended.')),
  result: Type.Optional(VerificationResult),
};

export const VerificationDocument = Shape('LedgerVerificationDocument', facts);
export type VerificationDocument = Static<typeof VerificationDocument>;

export const Verification = Shape('LedgerVerification', {
  ...facts,
  percentComplete: Type.Integer({ description: 'How much of the ledger is walked, 0 to 100.' }),
});
export type Verification = Static<typeof Verification>;

export const VerificationReply = Data(Verification);
export const CreateVerification = Body('CreateLedgerVerification', {
  withFiles: Type.Optional(
    Type.Boolean({
      description: 'True reads every stored file and compares it with its SHA-256; false unless given.',
    }),
  ),
});
export const VerificationQuery = Type.Object({ id: UuidId('The verification.') });
