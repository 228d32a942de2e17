import { type CheckedPost, type PostRow, postKinds } from '@tongban/contract';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { postsIn } from './post-rows.ts';
import { useCheckPosts, useTakePosts, useTerms } from './queries.ts';
import { orderWords } from './words.ts';

const said = orderWords.posts;
const mostRows = 100;
type Kind = (typeof postKinds)[number];

/** 导入帖子: a table pasted or chosen, each row with what stands against it, and one press that takes the sound ones. */
export function PostsDialog({ close, done }: { close: () => void; done: (taken: number) => void }) {
  const [table, setTable] = useState('');
  const [kind, setKind] = useState<Kind>('help');
  const posts = postsIn(table);
  const rows = posts.slice(0, mostRows);
  const check = useCheckPosts(rows);
  const take = useTakePosts();
  const checked = check.data?.rows ?? [];
  const sound = rows.filter((_, at) => checked[at]?.faults.length === 0);
  const press = () =>
    take.mutate(
      { kind, rows: sound },
      {
        onSuccess: ({ taken }) => {
          done(taken.length);
          close();
        },
      },
    );
  return (
    <SendDialog
      wide
      title={said.title}
      send={said.send(sound.length)}
      press={press}
      close={close}
      pending={take.isPending}
      error={check.error ?? take.error}
      gap={gapOf({ posts: posts.length, sound: sound.length, isChecked: check.isSuccess })}
    >
      <Source table={table} change={setTable} />
      <label htmlFor="posts-kind">{said.kind}</label>
      <Kinds kind={kind} change={setKind} />
      {rows.length === 0 ? null : <Rows rows={rows} checked={checked} />}
    </SendDialog>
  );
}

type Counts = { posts: number; sound: number; isChecked: boolean };

function gapOf({ posts, sound, isChecked }: Counts): string | undefined {
  if (posts === 0) return said.needRows;
  if (posts > mostRows) return said.tooMany(posts, mostRows);
  if (!isChecked) return said.checking;
  return sound === 0 ? said.noneSound : undefined;
}

function Source({ table, change }: { table: string; change: (table: string) => void }) {
  return (
    <>
      <label htmlFor="posts-table">{said.paste}</label>
      <Input.TextArea
        id="posts-table"
        rows={5}
        className="posts-table"
        placeholder={said.example}
        value={table}
        onChange={({ target }) => change(target.value)}
      />
      <label className="posts-file">
        {said.file}
        <input
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ target }) => void target.files?.[0]?.text().then(change)}
        />
      </label>
    </>
  );
}

function Kinds({ kind, change }: { kind: Kind; change: (kind: Kind) => void }) {
  const { data: terms } = useTerms();
  const options = (terms?.kinds ?? []).flatMap(({ kind: id, name }) => {
    const value = postKinds.find((one) => one === id);
    return value === undefined ? [] : [{ value, label: name.zh }];
  });
  return <Select id="posts-kind" value={kind} options={options} onChange={change} />;
}

function Rows({ rows, checked }: { rows: readonly PostRow[]; checked: readonly CheckedPost[] }) {
  const { columns } = said;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is moved sideways and down is moved by keys, too
    <section className="posts-rows" tabIndex={0} aria-label={said.preview}>
      <table className="dense">
        <thead>
          <tr>
            {Object.entries(columns).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a table has no other name than its place
            <tr key={at}>
              <td className="number">{at + 1}</td>
              <td>
                <Verdict checked={checked[at]} />
              </td>
              <td>{row.platform}</td>
              <td>{row.author}</td>
              <td className="rest" title={row.text}>
                {row.text}
              </td>
              <td className="number">{row.postedAt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Verdict({ checked }: { checked: CheckedPost | undefined }) {
  if (checked === undefined) return <span className="faint">…</span>;
  if (checked.faults.length === 0) return <span className="faint">{said.sound}</span>;
  return <span className="posts-fault">{checked.faults.map((fault) => said.faults[fault]).join('，')}</span>;
}
