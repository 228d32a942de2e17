import type { TSchema } from 'typebox';
import { EnglishText, FormDefinition, ItemDefinition } from './definition.ts';
import { GuideDefinition } from './guide-definition.ts';
import { MaterialList } from './material-definition.ts';
import { DataSources } from './reference/data-sources.ts';
import { DispatchRules } from './reference/dispatch.ts';
import { HallRules } from './reference/hall-rules.ts';
import { HotlineRules, Matters, OldNumbers } from './reference/hotline.ts';
import { LicenceTypes } from './reference/licences.ts';
import { LocalFields } from './reference/local.ts';
import { NoticeBook } from './reference/notices.ts';
import { DemoPeople, Offices } from './reference/offices.ts';
import { RatingRules } from './reference/rating-rules.ts';
import { ReplyLibrary } from './reference/replies.ts';
import { CalendarYear, Theme } from './reference/themes.ts';
import { ForbiddenWords, NotIssued, RetiredCertificates, Sources, Synonyms } from './reference/words.ts';

const shapes: Record<string, { title: string; shape: TSchema }> = {
  item: { title: '事项 item.yaml', shape: ItemDefinition },
  guide: { title: '情形引导 guide.yaml', shape: GuideDefinition },
  materials: { title: '材料 materials.yaml', shape: MaterialList },
  form: { title: '表单 form.yaml', shape: FormDefinition },
  'text.en': { title: '英文文本 text.en.yaml', shape: EnglishText },
  sources: { title: '来源表 sources.yaml', shape: Sources },
  licences: { title: '证照类型 licences/types.yaml', shape: LicenceTypes },
  retired: { title: '取消的证明 retired.yaml', shape: RetiredCertificates },
  'not-issued': { title: '不再开具的证明 not-issued.yaml', shape: NotIssued },
  'data-sources': { title: '数据源 data-sources.yaml', shape: DataSources },
  synonyms: { title: '同义词 words/synonyms.yaml', shape: Synonyms },
  forbidden: { title: '禁用词 words/forbidden.yaml', shape: ForbiddenWords },
  theme: { title: '一件事 themes/*.yaml', shape: Theme },
  calendar: { title: '工作日历 calendars/*.yaml', shape: CalendarYear },
  offices: { title: '机构与大厅 offices/organisations.yaml', shape: Offices },
  demo: { title: '演示人员 offices/demo.yaml', shape: DemoPeople },
  dispatch: { title: '分派规则 dispatch/rules.yaml', shape: DispatchRules },
  halls: { title: '大厅规则 halls/rules.yaml', shape: HallRules },
  ratings: { title: '好差评 ratings/rules.yaml', shape: RatingRules },
  hotline: { title: '热线规则 hotline/rules.yaml', shape: HotlineRules },
  matters: { title: '诉求分类 hotline/matters.yaml', shape: Matters },
  numbers: { title: '原有专线 hotline/numbers.yaml', shape: OldNumbers },
  replies: { title: '答复口径 replies/*.yaml', shape: ReplyLibrary },
  notices: { title: '通知文本 notices/events.yaml', shape: NoticeBook },
  local: { title: '地方要素 local/*.yaml', shape: LocalFields },
};

/** JSON Schemas of every content file by name, for completion in an editor. */
export function schemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, { title, shape }]) => {
      const plain: object = JSON.parse(JSON.stringify(shape));
      return [name, { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...plain }];
    }),
  );
}
