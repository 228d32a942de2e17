import type { Draft, FormQuestion, MaterialSlot, Sitting } from '@tongban/contract';

/** One box of the toy form. */
export function aQuestion(id: string, changes: Partial<FormQuestion> = {}): FormQuestion {
  return { id, kind: 'text', label: { zh: id }, required: true, ...changes };
}

/** One line of the toy checklist, not met yet. */
export function aSlot(material: string, changes: Partial<MaterialSlot> = {}): MaterialSlot {
  return { material, need: 'required', met: 'open', files: [], ways: ['files'], offers: [], ...changes };
}

/** A draft of the toy item as a window receives it. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    draft: 'draft-1',
    item: 'kayak',
    edition: 'edition-1',
    division: '440604012',
    answers: [],
    values: {},
    pages: [],
    provenance: {},
    slots: [],
    faults: [],
    savedAt: '2026-03-02T01:00:00Z',
    ...changes,
  };
}

/** A sitting that has just begun. */
export function aSitting(changes: Partial<Sitting> = {}): Sitting {
  return {
    sitting: 'sitting-1',
    identifiedBy: 'card',
    person: { personId: 'person-1', name: '示例·划艇', citizenNumber: '990***********0025' },
    taken: [],
    drafts: [],
    cases: [],
    wallet: [],
    bookings: [],
    confirmation: { state: 'none' },
    filed: [],
    papers: [],
    beganAt: '2026-03-02T01:00:00Z',
    ...changes,
  };
}
