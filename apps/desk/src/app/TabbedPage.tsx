import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';

type Tabbed<Tab extends string> = {
  title: string;
  /** The style of what the page holds. */
  of: string;
  /** Which tabs there are; it opens with the first. */
  tabs: readonly [Tab, ...Tab[]];
  names: Readonly<Record<Tab, string>>;
  children: (tab: Tab) => ReactNode;
};

/** 分页：a page of the desk whose parts are shown one at a time. */
export function TabbedPage<Tab extends string>({ title, of, tabs, names, children }: Tabbed<Tab>) {
  const [tab, setTab] = useState<Tab>(tabs[0]);
  return (
    <main id="main" className={`plain-page ${of}`}>
      <h1>{title}</h1>
      <div className="narrow">
        <Segmented<Tab>
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({ value, label: names[value] }))}
        />
      </div>
      {children(tab)}
    </main>
  );
}
