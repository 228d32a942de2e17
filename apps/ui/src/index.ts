/** 界面组件: the citizen kit on native HTML; it works before any script and knows no screen. */
export { Button, LinkButton, ScriptButton } from './button.tsx';
export type { Children } from './children.ts';
export { Checkboxes, type ChoiceOption, Radios, Tick } from './choices.tsx';
export { DateParts } from './date-parts.tsx';
export { Document, SkipLink } from './document.tsx';
export { Face } from './face.tsx';
export { BackLink, Header, Trail, type TrailStep } from './header.tsx';
export { NativeSelect, type SelectGroup, type SelectOption, TextArea, TextInput } from './inputs.tsx';
export { joinDate } from './join-date.ts';
export {
  LinkList,
  type LinkRow,
  Pairs,
  SummaryList,
  type SummaryRow,
  TaskList,
  type TaskRow,
  Tiles,
  Timeline,
} from './lists.tsx';
export { Banner, Details, ErrorSummary, type FieldFault, Inset, type Mood, Tag } from './notices.tsx';
