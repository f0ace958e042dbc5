import type { Call } from './call.ts';
import type { paths } from './generated/contract.ts';
import type { operations } from './generated/operations.ts';
import type { Pages, Stream } from './pages.ts';
import type { Options, StreamOptions, WriteOptions } from './settings.ts';

// How a line of the table and the contract's types make the type of a method.

type Flat<T> = { [K in keyof T]: T[K] } & {};
type Values<T> = T[keyof T];

type Described<Line> = Line extends `${infer Method} ${infer Path} ${string}`
  ? Path extends keyof paths
    ? Method extends keyof paths[Path]
      ? paths[Path][Method]
      : never
    : never
  : never;

type Answered<Line> = Line extends `${string} ${string} ${string} ${infer Answered}` ? Answered : never;

/** What has no fields. */
type Nothing = Record<never, never>;

type Place<Operation, Name extends string> = Operation extends { parameters: infer Places }
  ? [NonNullable<Places[Name & keyof Places]>] extends [never]
    ? Nothing
    : NonNullable<Places[Name & keyof Places]>
  : Nothing;

type Query<Operation> = Omit<Place<Operation, 'query'>, 'dryRun'>;

type Body<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Values<Content>
  : Nothing;

/** Fields of a body that are called as one of the path stand below `body`. */
type Beside<Body, Path> = keyof Body & keyof Path extends never
  ? Body
  : Omit<Body, keyof Path> & { body?: Partial<Pick<Body, keyof Body & keyof Path>> };

/** Path, query and body of an operation, in one object. */
export type InputOf<Line> = Flat<
  Place<Described<Line>, 'path'> &
    Query<Described<Line>> &
    Beside<Body<Described<Line>>, Place<Described<Line>, 'path'>>
>;

type Content<Reply> = Reply extends { content: infer Content } ? Values<Content> : never;

/** The reply of an operation, as it comes. */
export type ReplyOf<Line> =
  Described<Line> extends { responses: infer Replies }
    ? Content<Replies[keyof Replies & (200 | 201 | 202)]>
    : never;

type At<Reply, Items> = Items extends `${infer Name}.${infer Rest}`
  ? At<Reply[Name & keyof Reply], Rest>
  : Reply[Items & keyof Reply];

/** The objects of an operation's pages. */
type ItemOf<Line, Items> = At<ReplyOf<Line>, Items> extends (infer Item)[] ? Item : never;

type Result<Line> =
  Answered<Line> extends `${infer Kind} ${infer Items}`
    ? Kind extends 'stream'
      ? Stream<ItemOf<Line, Items>, ReplyOf<Line>>
      : Pages<ItemOf<Line, Items>, ReplyOf<Line>>
    : Call<
        {
          data: At<ReplyOf<Line>, 'data'>;
          whole: ReplyOf<Line>;
          bytes: ReadableStream<Uint8Array>;
          none: undefined;
        }[Answered<Line> & ('data' | 'whole' | 'bytes' | 'none')]
      >;

type OptionsOf<Line> = Line extends `get ${string}`
  ? Answered<Line> extends `stream ${string}`
    ? StreamOptions
    : Options
  : WriteOptions;

/** The method of an operation. */
export type Method<Line> =
  Nothing extends InputOf<Line>
    ? (input?: InputOf<Line>, options?: OptionsOf<Line>) => Result<Line>
    : (input: InputOf<Line>, options?: OptionsOf<Line>) => Result<Line>;

type Table = typeof operations;
type Group<Name extends keyof Table> = { [Of in keyof Table[Name]]: Method<Table[Name][Of]> };

/** The groups of a dialect. */
type Below<Dialect extends string> = {
  [Name in keyof Table as Name extends `${Dialect}.${infer Rest}` ? Rest : never]: Group<Name>;
};

/** Every operation there is, as `group.method(input, options)`. */
export type Operations = {
  [Name in keyof Table as Name extends `${string}.${string}` ? never : Name]: Group<Name>;
} & {
  /** The shapes that the Samsara API had before. */
  preview: Below<'preview'>;
  /** The dialect of the weekly10 Training Record API. */
  weekly10: Below<'weekly10'>;
};
