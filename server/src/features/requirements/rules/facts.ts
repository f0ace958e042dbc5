// What a status is made of. Moments are RFC 3339 in UTC with milliseconds, so that they compare as text.

/** What of a person or vehicle a rule can ask. */
export interface Subject {
  type: 'driver' | 'user' | 'vehicle';
  /** False for a driver who is deactivated. */
  isActive: boolean;
  /** IANA zone in which their days begin and end; the organization's unless given. */
  timeZone?: string;
  /** The tags they are in themselves. */
  tagIds: readonly string[];
  attributes: readonly { id: string; values: readonly string[] }[];
  roleIds: readonly string[];
}

/** A subject from a moment on, until the next version; `subject` is absent once it is deleted. */
export interface SubjectVersion {
  at: string;
  subject?: Subject;
}

/** A course that was completed. */
export interface Completion {
  kind: 'course';
  resource: 'trainingAssignment';
  id: string;
  courseId: string;
  revisionId: string;
  /** When it was completed. */
  at: string;
  scorePercent?: number;
  minutes: number;
}

/** A qualification record that is not deleted. */
export interface Held {
  kind: 'qualification';
  resource: 'qualificationRecord';
  id: string;
  typeId: string;
  /** When it was issued. */
  at: string;
  expiresAt?: string;
  /** When it was archived by hand, or when the record that renews it began. */
  endedAt?: string;
  /** Its values as the ledger has them. */
  fields: readonly RecordField[];
}

/** A value of a record's field, by what can be compared of it. */
export interface RecordField {
  id: string;
  label: string;
  /** One text, several chosen ones, a number or a moment. */
  value: string | number | readonly string[];
}

/** A form that was handed in. */
export interface HandedIn {
  kind: 'form';
  resource: 'formSubmission';
  id: string;
  templateId: string;
  /** When it was handed in. */
  at: string;
  isApproved: boolean;
  scorePercent?: number;
}

export type Evidence = Completion | Held | HandedIn;

/** A requirement that somebody lifted for a while. */
export interface Waiver {
  id: string;
  requirementId: string;
  from: string;
  /** The last moment; for ever unless given. */
  until?: string;
  reason: string;
}

/** Something that happened to a subject. */
export interface Occurrence {
  id: string;
  type: string;
  at: string;
}

/** Something that is under way. */
export interface Pending {
  resource: 'trainingAssignment' | 'formSubmission';
  id: string;
  /** Of the course or template. */
  of: string;
  dueAt?: string;
}

/** All that is known of one subject at a moment. */
export interface SubjectFacts {
  id: string;
  /** What the subject was, from the first moment on; never empty. */
  versions: readonly SubjectVersion[];
  evidence: readonly Evidence[];
  waivers: readonly Waiver[];
  /** In the order in which they happened. */
  occurrences: readonly Occurrence[];
  pending: readonly Pending[];
}

/** A tag from a moment on, until the next version; without a parent it is a root, or gone. */
export interface TagVersion {
  at: string;
  parentId?: string;
}

export interface CourseFacts {
  title: string;
  categoryId: string;
  /** In the order in which they were made; the last is the present one. */
  revisions: readonly { id: string; at: string }[];
}

/** What all subjects of an organization share. */
export interface OrganizationFacts {
  timeZone: string;
  /** The date attribute that says when somebody started. */
  startDateAttributeId?: string;
  /** By tag, in the order of time. */
  tags: ReadonlyMap<string, readonly TagVersion[]>;
  courses: ReadonlyMap<string, CourseFacts>;
  /** Names for explanations, by id: tags, attributes, roles, qualification types, templates, categories. */
  names: ReadonlyMap<string, string>;
}

/** What one subject's statuses are made of. */
export interface Facts {
  organization: OrganizationFacts;
  subject: SubjectFacts;
}
